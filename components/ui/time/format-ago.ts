import { cacheFormat, parseInstant } from '@/lib/time'

const agoFormat = cacheFormat((locale) => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }))

const steps = [
  { unit: 'year', seconds: 31_556_952 },
  { unit: 'month', seconds: 2_629_746 },
  { unit: 'day', seconds: 86_400 },
  { unit: 'hour', seconds: 3_600 },
  { unit: 'minute', seconds: 60 },
] as const

/** Formats a relative time in the largest unit that fits: `2 years ago`, `in 3 days`. Empty for an invalid instant. */
export function formatAgo(iso: string, now: Date, locale: string): string {
  const date = parseInstant(iso)
  if (!date) return ''
  const seconds = (date.getTime() - now.getTime()) / 1000
  const step = steps.find((candidate) => Math.abs(seconds) >= candidate.seconds)
  const relative = agoFormat(locale, '')
  return step ? relative.format(Math.trunc(seconds / step.seconds), step.unit) : relative.format(0, 'minute')
}
