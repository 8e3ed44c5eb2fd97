'use client'

import { useIntl } from '@/components/ui/intl'
import { formatAgo, formatDate, formatDateTime, zoneName } from '@/lib/time'

type TimestampProps = { iso: string; as?: 'date' | 'moment' }

/** An instant in the person's own zone; its tooltip names the zone and gives relative and ISO. */
export function Timestamp({ iso, as = 'date' }: TimestampProps) {
  const { locale, zone, now } = useIntl()
  const moment = formatDateTime(iso, locale, zone)
  const title = `${moment} ${zoneName(iso, locale, zone)}, ${formatAgo(iso, now, locale)} (${iso})`
  return (
    <time dateTime={iso} title={title}>
      {as === 'moment' ? moment : formatDate(iso, locale, zone)}
    </time>
  )
}
