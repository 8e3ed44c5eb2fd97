'use client'

import { type ReactNode, useState } from 'react'
import { formatAgo } from '@/components/ui/format-ago'
import { useIntl } from '@/components/ui/intl'
import { formatDate, formatDateTime, zoneName } from '@/lib/time'

type TimestampProps = { iso: string; as?: 'date' | 'moment'; children?: ReactNode }

/**
 * An instant in the person's time zone; its tooltip adds the zone, the relative time and the ISO form. The tooltip is
 * formatted at the first hover only, because a page holds a hundred timestamps.
 */
export function Timestamp({ iso, as = 'date', children }: TimestampProps) {
  const { locale, zone, now } = useIntl()
  const [hasTooltip, setHasTooltip] = useState(false)
  const tooltip = () =>
    `${formatDateTime(iso, locale, zone)} ${zoneName(iso, locale, zone)}, ${formatAgo(iso, now, locale)} (${iso})`
  return (
    <time dateTime={iso} title={hasTooltip ? tooltip() : undefined} onPointerEnter={() => setHasTooltip(true)}>
      {children ?? (as === 'moment' ? formatDateTime(iso, locale, zone) : formatDate(iso, locale, zone))}
    </time>
  )
}
