'use client'

import { type FormEvent, useId, useRef, useState } from 'react'
import { ExportColumns } from '@/components/customers/export/export-columns'
import { callsFor, durationText } from '@/components/customers/export/export-cost'
import { useExportColumns } from '@/components/customers/export/use-export-columns'
import { Button } from '@/components/ui/button'
import { failureText } from '@/components/ui/failure/failure-text'
import { TextField } from '@/components/ui/field'
import { useIntl } from '@/components/ui/intl'
import { ModalDialog } from '@/components/ui/page/modal-dialog'
import { isApiError } from '@/lib/api/errors'
import { beginExport } from '@/lib/api/queries/exports'
import { isReason, maxReasonLength } from '@/lib/audit/reason'
import { type ExportFormat, type ExportList, exportFormats, maxExportRows, maxExports } from '@/lib/exports'
import { fill, plural } from '@/lib/messages/messages'

type ExportDialogProps = {
  accountId: string
  query: string
  total: number | null
  list: ExportList | undefined
  onClose: () => void
  onBegun: (id: string) => void
}

/** How many customers an export has, and what it costs. */
function Estimate({ total, perMinute }: { total: number | null; perMinute: number }) {
  const intl = useIntl()
  const { t, locale } = intl
  if (total === null) return <p className="pb-3 text-text-2">{t.exports.unknownSize}</p>
  const all = callsFor(total)
  const time = durationText({ all, made: 0, perMinute }, intl)
  return (
    <p className="pb-3">
      <b className="font-medium">{plural(t.exports.size, total, locale)}</b>{' '}
      <span className="text-text-2">{fill(plural(t.exports.cost, all, locale), { time })}</span>
      {total > maxExportRows && (
        <span className="block text-warn">{fill(t.exports.most, { count: maxExportRows.toLocaleString(locale) })}</span>
      )}
    </p>
  )
}

/** The form of a new export: what it costs, the format, the columns, and why. */
export function ExportDialog({ accountId, query, total, list, onClose, onBegun }: ExportDialogProps) {
  const { t } = useIntl()
  const form = useRef<HTMLFormElement>(null)
  const problemId = useId()
  const [format, setFormat] = useState<ExportFormat>('csv')
  const columns = useExportColumns(accountId)
  const [reason, setReason] = useState('')
  const [isSubmitting, setIsSubmitting] = useState(false)
  const [problem, setProblem] = useState('')
  const isFull = (list?.exports.length ?? 0) >= maxExports
  const close = () => form.current?.closest('dialog')?.close()
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (isSubmitting) return
    if (isFull) return setProblem(fill(t.exports.full, { count: maxExports }))
    if (!isReason(reason)) {
      setProblem(t.exports.writeReason)
      form.current?.querySelector('input')?.focus()
      return
    }
    setIsSubmitting(true)
    setProblem('')
    try {
      const begun = await beginExport(accountId, {
        query,
        columns: columns.chosen,
        format,
        reason: reason.trim(),
        total,
      })
      onBegun(begun.export.id)
      if (begun.is_new) return close()
      setProblem(t.exports.same)
    } catch (thrown) {
      const { title, text } = failureText(t.errors, isApiError(thrown) ? thrown : { code: 'internal' })
      setProblem(`${title} ${text}`)
    }
    setIsSubmitting(false)
  }

  return (
    <ModalDialog title={t.exports.title} onClose={onClose}>
      <form ref={form} onSubmit={submit} className="px-5 py-3 text-13">
        <Estimate total={total} perMinute={list?.calls_per_minute ?? 60} />
        <TextField
          label={t.exports.reason}
          type="text"
          value={reason}
          maxLength={maxReasonLength}
          aria-invalid={problem !== '' && !isReason(reason)}
          aria-describedby={problemId}
          onChange={setReason}
        />
        <p className="pb-2 text-12 text-text-2">{t.exports.logged}</p>
        <fieldset className="flex flex-wrap gap-x-4 pb-2">
          <legend className="text-12 text-text-2">{t.exports.format}</legend>
          {exportFormats.map((one) => (
            <label key={one} className="flex min-h-11 items-center gap-2 wide:min-h-7">
              <input
                type="radio"
                name="format"
                checked={format === one}
                onChange={() => setFormat(one)}
                className="size-4 accent-accent"
              />
              <span>{t.exports.formats[one]}</span>
            </label>
          ))}
        </fieldset>
        <ExportColumns all={columns.all} chosen={columns.chosen} onToggle={columns.toggle} />
        <div className="flex items-center gap-2">
          <Button variant="primary" type="submit" aria-disabled={isSubmitting}>
            {t.exports.submit}
          </Button>
          <Button onClick={close}>{t.exports.cancel}</Button>
        </div>
        <p id={problemId} role="alert" className="pt-2 text-danger empty:hidden">
          {problem}
        </p>
      </form>
    </ModalDialog>
  )
}
