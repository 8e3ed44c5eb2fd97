/** Dates and times as people read them. All take an ISO text as Dintero sends it; what is no date is given back as it came. */

/** Making a format costs a hundred times what using it does, so each is made once for a language and zone. */
export function once<F>(make: (locale: string, zone: string) => F): (locale: string, zone: string) => F {
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
