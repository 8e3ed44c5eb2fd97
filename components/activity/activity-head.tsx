'use client'

import { Download, ShieldAlert, ShieldCheck } from 'lucide'
import { buttonClass } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { useIntl } from '@/components/ui/intl'
import type { ActivityPage } from '@/lib/audit/audit-event'
import { formatDay } from '@/lib/calendar'
import { fill } from '@/lib/messages/messages'
import { formatTime } from '@/lib/time'

/** When the chain of the record was walked last, and whether it held and which checkpoint says so. */
function Checked({ at, unbroken, checkpoint }: NonNullable<ActivityPage['checked']>) {
  const { t, locale, zone, now } = useIntl()
  const time = `${formatDay(at, now, locale, zone)} ${formatTime(at, locale, zone)}`
  const checked = fill(unbroken ? t.activity.unbroken : t.activity.broken, { time })
  return (
    <span className={`inline-flex items-center gap-1.5 text-12 ${unbroken ? 'text-text-2' : 'text-danger'}`}>
      {unbroken ? <Icon of={ShieldCheck} className="text-ok" /> : <Icon of={ShieldAlert} />}
      <span>
        {checkpoint === null ? checked : `${checked} ${fill(t.activity.byCheckpoint, { number: checkpoint })}`}
      </span>
    </span>
  )
}

type ActivityHeadProps = { checked: ActivityPage['checked']; exportHref: string }

/** What this is, whether it can be relied on, and the way to take it along. */
export function ActivityHead({ checked, exportHref }: ActivityHeadProps) {
  const { t } = useIntl()
  return (
    <div className="flex min-h-(--h-search) min-w-0 flex-wrap items-center gap-x-2 gap-y-1 px-3 py-2 wide:flex-nowrap wide:py-0">
      <h1 className="font-semibold text-16 tracking-title">{t.shell.activity}</h1>
      <p className="order-1 min-w-0 basis-full text-text-2 wide:order-none wide:basis-auto">{t.activity.text}</p>
      <span className="flex-auto" />
      {checked && <Checked {...checked} />}
      {checked && <span aria-hidden="true" className="mx-1.5 hidden h-4 w-px flex-none bg-line-strong wide:block" />}
      <a href={exportHref} download title={t.activity.exportNote} className={`${buttonClass()} print:hidden`}>
        <Icon of={Download} />
        {t.activity.export}
      </a>
    </div>
  )
}
