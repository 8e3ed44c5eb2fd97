import { cacheFormat, formatTime, parseInstant } from '@/lib/time'

/** How purchases are dated: within a month by weekday and day, since people say "on Saturday". */

const monthFormat = cacheFormat(
  (locale, timeZone) => new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone }),
)
const dayFormat = cacheFormat(
  (locale, timeZone) => new Intl.DateTimeFormat(locale, { weekday: 'short', day: 'numeric', timeZone }),
)

/** `November 2026`, for a key of `byMonth`. */
export function formatMonth(key: string, locale: string): string {
  const text = monthFormat(locale, 'UTC').format(new Date(`${key}-15T12:00:00Z`))
  return text.charAt(0).toLocaleUpperCase(locale) + text.slice(1)
}

/** `Fri 20, 15:58` in `zone`; a text that is no date stays. */
export function formatDayAndTime(iso: string, locale: string, zone: string): string {
  const date = parseInstant(iso)
  if (!date) return iso
  return `${dayFormat(locale, zone).format(date)}, ${formatTime(iso, locale, zone).slice(0, 5)}`
}
