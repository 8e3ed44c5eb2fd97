import { calendarDateIn } from '@/lib/calendar'
import { parseSince } from '@/lib/customers/search-text/parse-since'

/** Named spans of time that end now. */
export const spans = ['today', 'week', 'month'] as const
export type Span = (typeof spans)[number]

/** The instant at which a span begins, in `zone`: midnight today, six days ago, or on the first of the month. */
export function startOfSpan(span: Span, now: Date, zone: string): string | null {
  const today = calendarDateIn(now, zone)
  if (!today) return null
  const day = { today: today.day, week: today.day - 6, month: 1 }[span]
  return parseSince(new Date(Date.UTC(today.year, today.month - 1, day)).toISOString().slice(0, 10), zone, now)
}
