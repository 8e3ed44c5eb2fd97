import { dayIn } from '@/lib/calendar'
import { parseSince } from '@/lib/customers/search-text/parse-since'

/** Spans of time up to now that have a name. */
export const spans = ['today', 'week', 'month'] as const
export type Span = (typeof spans)[number]

/** The instant at which a span begins, by the calendar of `zone`: midnight of today, of six days before, of the first. */
export function startOfSpan(span: Span, now: Date, zone: string): string | null {
  const today = dayIn(now, zone)
  if (!today) return null
  const day = { today: today.day, week: today.day - 6, month: 1 }[span]
  return parseSince(new Date(Date.UTC(today.year, today.month - 1, day)).toISOString().slice(0, 10), zone, now)
}
