import { cacheFormat, formatDate, parseInstant } from '@/lib/time'

/** Calendar dates: dates of birth, which have no zone, and whole years and months as people count them. */

const birthFormat = cacheFormat(
  (locale, timeZone) => new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone }),
)
const birthdayFormat = cacheFormat(
  (locale, timeZone) => new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', timeZone }),
)
const shortFormat = cacheFormat(
  (locale, timeZone) => new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone }),
)
const yearFormat = cacheFormat((locale, timeZone) => new Intl.DateTimeFormat(locale, { year: 'numeric', timeZone }))
const dayFormat = cacheFormat((locale, timeZone) => new Intl.DateTimeFormat(locale, { timeZone }))

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

/** Whether a text is a date that exists, `2026-02-28`. */
export const isCalendarDate = (text: string): boolean => parseCalendarDate(text) !== null

/** A birthday without its year, as some systems write it: `--02-09` (RFC 6350, section 4.3.1) or with the year 0000. */
const birthday = /^(?:--|0000-)(\d{2})-?(\d{2})$/

/** Whether a text is a date of birth whose year is not known. */
export const isBirthday = (text: string): boolean => formatBirthday(text, 'en') !== null

/** `9 February` for a date without a known year; null for any other text. */
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
export function calendarDateIn(instant: Date, zone: string): CalendarDate | null {
  // The Swedish locale writes dates as ISO 8601 does.
  return parseCalendarDate(dayFormat('sv-SE', zone).format(instant))
}

/**
 * Whole calendar months from an instant until `now`, in `zone`; null for a text that is no date. From the 31st, a month
 * is complete on the first of the month after a month without a 31st.
 */
export function monthsSince(iso: string, now: Date, zone: string): number | null {
  const then = parseInstant(iso)
  const [from, to] = [then && calendarDateIn(then, zone), calendarDateIn(now, zone)]
  if (!from || !to) return null
  return (to.year - from.year) * 12 + to.month - from.month - (to.day < from.day ? 1 : 0)
}

/**
 * The age on the calendar day that `now` is in `zone`; null for a text that is no date or for a future one. A person born
 * on 29 February is a year older on 1 March of a common year.
 */
export function ageOn(text: string, now: Date, zone: string): number | null {
  const born = birthday.test(text) ? null : parseCalendarDate(text)
  const today = calendarDateIn(now, zone)
  if (!born || !today) return null
  const beforeBirthday = today.month < born.month || (today.month === born.month && today.day < born.day)
  const age = today.year - born.year - (beforeBirthday ? 1 : 0)
  return age < 0 ? null : age
}

/** `21 Nov`, with the year where it is not the present one. */
export function formatDay(iso: string, now: Date, locale: string, zone: string): string {
  const date = parseInstant(iso)
  if (!date) return iso
  const year = yearFormat(locale, zone)
  return year.format(date) === year.format(now) ? shortFormat(locale, zone).format(date) : formatDate(iso, locale, zone)
}
