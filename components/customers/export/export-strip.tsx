'use client'

import { CircleCheck, CircleX, Download, type IconNode, Pause, Play, Trash2 } from 'lucide'
import { callsFor, durationText } from '@/components/customers/export/export-cost'
import { Button } from '@/components/ui/button'
import { failureText } from '@/components/ui/failure/failure-text'
import { RequestId } from '@/components/ui/failure/request-id'
import { Icon } from '@/components/ui/icon'
import { type Intl as PersonIntl, useIntl } from '@/components/ui/intl'
import { Strip } from '@/components/ui/strip'
import type { ApiError } from '@/lib/api/errors'
import type { CustomerExport, ExportAction } from '@/lib/exports'
import { fill, plural } from '@/lib/messages/messages'
import { formatDateTime } from '@/lib/time'

type ExportStripProps = {
  one: CustomerExport
  /** How many calls a minute the exports of the account make. */
  perMinute: number
  isDownloading: boolean
  failure: ApiError | null
  onChange: (action: ExportAction) => void
  onDownload: () => void
}

const icons: Record<CustomerExport['state'], IconNode> = {
  running: Download,
  paused: Pause,
  ready: CircleCheck,
  sending: Download,
  stopped: CircleX,
}

function titleOf({ state, rows }: CustomerExport, { t, locale }: PersonIntl): string {
  return state === 'ready' ? plural(t.exports.ready, rows, locale) : t.exports[state]
}

/** How far it has come: `1,200 of 25,000 · about 4 minutes left`. */
function progressOf({ state, rows, total, pages }: CustomerExport, perMinute: number, intl: PersonIntl): string {
  const { t, locale } = intl
  // A list may have grown since it was counted.
  if (total === null || rows > total) return plural(t.exports.some, rows, locale)
  const format = (count: number) => count.toLocaleString(locale)
  const progress = fill(t.exports.progress, { count: format(rows), total: format(total) })
  if (state !== 'running') return progress
  const time = durationText({ all: callsFor(total), made: pages, perMinute }, intl)
  return `${progress} · ${fill(t.exports.left, { time })}`
}

function textOf(one: CustomerExport, perMinute: number, intl: PersonIntl): string {
  const { t, locale, zone } = intl
  const problem = one.problem === null ? '' : t.exports[one.problem]
  if (one.state === 'stopped') return problem
  if (one.state === 'sending') return ''
  if (one.state === 'ready') return fill(t.exports.until, { time: formatDateTime(one.expires_at, locale, zone) })
  return `${problem} ${progressOf(one, perMinute, intl)}`.trim()
}

/** One export: how far it has come or why it waits, and what can be done with it. */
export function ExportStrip({ one, perMinute, isDownloading, failure, onChange, onDownload }: ExportStripProps) {
  const intl = useIntl()
  const { t } = intl
  const { state, problem, format } = one
  const isWaiting = state === 'running' && problem !== null
  const tone = failure || state === 'stopped' ? 'bad' : isWaiting || problem !== null ? 'warn' : 'plain'
  const title = isDownloading ? t.exports.sending : titleOf(one, intl)
  const failed = failure && (state === 'ready' ? t.exports.failed : failureText(t.errors, failure).title)
  const text = failed ?? textOf(one, perMinute, intl)
  const toggle = { running: isWaiting ? 'continue' : 'pause', paused: 'continue' } as const
  const action = state === 'running' || state === 'paused' ? toggle[state] : null
  return (
    <Strip
      tone={tone}
      icon={icons[state]}
      actions={
        <>
          {failure && <RequestId id={failure.request_id} />}
          {state === 'ready' && (
            <Button size="small" variant="primary" aria-disabled={isDownloading} onClick={onDownload}>
              <Icon of={Download} size={12} />
              <span>{fill(t.exports.download, { format: format.toUpperCase() })}</span>
            </Button>
          )}
          {action && (
            <Button size="small" onClick={() => onChange(action)}>
              <Icon of={action === 'pause' ? Pause : Play} size={12} />
              <span>{action === 'pause' ? t.exports.pause : isWaiting ? t.exports.tryNow : t.exports.continue}</span>
            </Button>
          )}
          {state !== 'sending' && (
            <Button size="small" onClick={() => onChange('cancel')}>
              <Icon of={Trash2} size={12} />
              <span>{state === 'stopped' ? t.exports.hide : t.exports.remove}</span>
            </Button>
          )}
        </>
      }
    >
      <b className="font-medium">{title}</b> <span className="text-text-2">{text}</span>
    </Strip>
  )
}
