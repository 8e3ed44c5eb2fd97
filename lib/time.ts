/** Dates and times as people read them. All take an ISO text as Dintero sends it; what is no date is given back as it came. */

/** Making a format costs a hundred times what using it does, so each is made once for a language and zone. */
function once<F>(make: (locale: string, zone: string) => F): (locale: string, zone: string) => F {
  const made = new Map<string, F>()
  return (locale, zone) => {
    const key = `${locale} ${zone}`
    const known = made.get(key)
    if (known) return known
    // British English writes the day first, as Norwegians expect it.
    const fresh = make(locale === 'en' ? 'en-GB' : locale, zone)
    made.set(key, fresh)
    return fresh
  }
}

const dateFormat = once(
  (locale, timeZone) => new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone }),
)
const timeFormat = once(
  (locale, timeZone) =>
    new Intl.DateTimeFormat(locale, {
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      hourCycle: 'h23',
      timeZone,
    }),
)
const zoneFormat = once((locale, timeZone) => new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: 'short' }))
const birthFormat = once(
  (locale, timeZone) => new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone }),
)
const birthdayFormat = once(
  (locale, timeZone) => new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', timeZone }),
)
const dayFormat = once((locale, timeZone) => new Intl.DateTimeFormat(locale, { timeZone }))
const agoFormat = once((locale) => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }))

/** The instant of an ISO text, or null. */
export function parseInstant(iso: string | undefined): Date | null {
  if (!iso) return null
  const date = new Date(iso)
  return Number.isNaN(date.getTime()) ? null : date
}

/** `21 Nov 2025` in `zone`. */
export function formatDate(iso: string, locale: string, zone: string): string {
  const date = parseInstant(iso)
  if (!date) return iso
  return dateFormat(locale, zone).format(date)
}

/** `21 Nov 2025 09:31:05` in `zone`. */
export function formatDateTime(iso: string, locale: string, zone: string): string {
  const date = parseInstant(iso)
  if (!date) return iso
  return `${formatDate(iso, locale, zone)} ${formatTime(iso, locale, zone)}`
}

/** `09:31:05` in `zone`. */
export function formatTime(iso: string, locale: string, zone: string): string {
  const date = parseInstant(iso)
  return date ? timeFormat(locale, zone).format(date).replaceAll('.', ':') : iso
}

/** The short name of the zone at that instant: `CET`, `CEST`, `UTC`, `GMT+5:30`. */
export function zoneName(iso: string | undefined, locale: string, zone: string): string {
  const date = parseInstant(iso) ?? new Date()
  const parts = zoneFormat(locale, zone).formatToParts(date)
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? zone
}

const steps = [
  { unit: 'year', seconds: 31_556_952 },
  { unit: 'month', seconds: 2_629_746 },
  { unit: 'day', seconds: 86_400 },
  { unit: 'hour', seconds: 3_600 },
  { unit: 'minute', seconds: 60 },
] as const

/** `2 years ago`, `22 minutes ago`, `in 3 days`: whole units, the largest that fits. */
export function formatAgo(iso: string, now: Date, locale: string): string {
  const date = parseInstant(iso)
  if (!date) return ''
  const seconds = (date.getTime() - now.getTime()) / 1000
  const step = steps.find((candidate) => Math.abs(seconds) >= candidate.seconds)
  const relative = agoFormat(locale, '')
  return step ? relative.format(Math.trunc(seconds / step.seconds), step.unit) : relative.format(0, 'minute')
}

type CalendarDate = { year: number; month: number; day: number }

function parseCalendarDate(text: string): CalendarDate | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (!match) return null
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  const exists = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return exists ? { year, month, day } : null
}

/** Whether a text is a day of the calendar, `2026-02-28`. */
export const isCalendarDate = (text: string): boolean => parseCalendarDate(text) !== null

/** A birthday without its year, as some systems write it: `--02-09` (RFC 6350, section 4.3.1) or with the year 0000. */
const birthday = /^(?:--|0000-)(\d{2})-?(\d{2})$/

/** Whether a text is a date of birth whose year is not known. */
export const isBirthday = (text: string): boolean => formatBirthday(text, 'en') !== null

/** `9 February`, of a date whose year is not known; null for any other text. */
function formatBirthday(text: string, locale: string): string | null {
  const match = birthday.exec(text)
  // A leap year, so that 29 February exists.
  const date = match && parseCalendarDate(`2000-${match[1]}-${match[2]}`)
  if (!date) return null
  return birthdayFormat(locale, 'UTC').format(new Date(Date.UTC(date.year, date.month - 1, date.day)))
}

/** `9 February 1987`: a date of birth has no zone and never shifts by a day. */
export function formatDateOfBirth(text: string, locale: string): string {
  const date = birthday.test(text) ? null : parseCalendarDate(text)
  if (!date) return formatBirthday(text, locale) ?? text
  const instant = new Date(0)
  instant.setUTCFullYear(date.year, date.month - 1, date.day)
  return birthFormat(locale, 'UTC').format(instant)
}

/** The calendar day of an instant in a zone. */
function dayIn(instant: Date, zone: string): CalendarDate | null {
  // The Swedish locale writes dates as ISO 8601 does.
  return parseCalendarDate(dayFormat('sv-SE', zone).format(instant))
}

/**
 * Whole calendar months from an instant until `now`, by the days of `zone`; null for no date. From the 31st, a month is
 * whole on the first of the month after where there is no 31st.
 */
export function monthsSince(iso: string, now: Date, zone: string): number | null {
  const then = parseInstant(iso)
  const [from, to] = [then && dayIn(then, zone), dayIn(now, zone)]
  if (!from || !to) return null
  return (to.year - from.year) * 12 + to.month - from.month - (to.day < from.day ? 1 : 0)
}

/**
 * Whole years since a date of birth on the calendar day that `now` is in `zone`; null for no date or one to come. Born on
 * 29 February, a person is a year older on 1 March of a common year.
 */
export function ageOn(text: string, now: Date, zone: string): number | null {
  const born = birthday.test(text) ? null : parseCalendarDate(text)
  const today = dayIn(now, zone)
  if (!born || !today) return null
  const beforeBirthday = today.month < born.month || (today.month === born.month && today.day < born.day)
  const age = today.year - born.year - (beforeBirthday ? 1 : 0)
  return age < 0 ? null : age
}
