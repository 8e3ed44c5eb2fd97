'use client'

import type { ReactNode } from 'react'
import { useIntl } from '@/components/ui/intl'
import { loadAtRest } from '@/components/ui/lazy-part'
import { formatDate, formatDateTime, zoneName } from '@/lib/time'

const loadAgo = loadAtRest(() => import('@/components/ui/ago'))

type TimestampProps = { iso: string; as?: 'date' | 'moment'; children?: ReactNode }

/**
 * An instant in the person's own zone; its tooltip names the zone and gives relative and ISO. The tooltip is written when
 * it is pointed at: a page holds a hundred of them, and nobody reads more than one.
 */
export function Timestamp({ iso, as = 'date', children }: TimestampProps) {
  const { locale, zone, now } = useIntl()
  const tell = async (time: HTMLElement) => {
    const { formatAgo } = await loadAgo()
    time.title = `${formatDateTime(iso, locale, zone)} ${zoneName(iso, locale, zone)}, ${formatAgo(iso, now, locale)} (${iso})`
  }
  return (
    <time dateTime={iso} onPointerEnter={({ currentTarget }) => void tell(currentTarget).catch(() => {})}>
      {children ?? (as === 'moment' ? formatDateTime(iso, locale, zone) : formatDate(iso, locale, zone))}
    </time>
  )
}
