'use client'

import { type ReactNode, useState } from 'react'
import { useIntl } from '@/components/ui/intl'
import { preloadWhenIdle } from '@/components/ui/lazy-component'
import { formatDate, formatDateTime, zoneName } from '@/lib/time'

const loadFormatAgo = preloadWhenIdle(() => import('@/components/ui/format-ago'))

type TimestampProps = { iso: string; as?: 'date' | 'moment'; children?: ReactNode }

/**
 * An instant in the person's time zone; its tooltip adds the zone, the relative time and the ISO form. The tooltip is
 * formatted at a hover only, because a page holds a hundred timestamps.
 */
export function Timestamp({ iso, as = 'date', children }: TimestampProps) {
  const { locale, zone, now } = useIntl()
  const [tooltip, setTooltip] = useState<string>()
  const handlePointerEnter = async () => {
    const { formatAgo } = await loadFormatAgo()
    const moment = `${formatDateTime(iso, locale, zone)} ${zoneName(iso, locale, zone)}`
    setTooltip(`${moment}, ${formatAgo(iso, now, locale)} (${iso})`)
  }
  return (
    <time dateTime={iso} title={tooltip} onPointerEnter={() => void handlePointerEnter().catch(() => {})}>
      {children ?? (as === 'moment' ? formatDateTime(iso, locale, zone) : formatDate(iso, locale, zone))}
    </time>
  )
}
