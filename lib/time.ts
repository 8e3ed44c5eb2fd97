/** Dates and times as people read them. Each function takes an ISO text as Dintero sends it, and returns any other text unchanged. */

/** Caches a format for each language and zone: creating one takes a hundred times as long as using it. */
export function cacheFormat<F>(make: (locale: string, zone: string) => F): (locale: string, zone: string) => F {
  const formats = new Map<string, F>()
  return (locale, zone) => {
    const key = `${locale} ${zone}`
    const known = formats.get(key)
    if (known) return known
    // British English writes the day first, as Norwegians expect it.
    const fresh = make(locale === 'en' ? 'en-GB' : locale, zone)
    formats.set(key, fresh)
    return fresh
  }
}

const dateFormat = cacheFormat(
  (locale, timeZone) => new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone }),
)
const timeFormat = cacheFormat(
  (locale, timeZone) =>
    new Intl.DateTimeFormat(locale, {
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      hourCycle: 'h23',
      timeZone,
    }),
)
const zoneFormat = cacheFormat(
  (locale, timeZone) => new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: 'short' }),
)

/** Whether this machine knows the IANA zone. */
export function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return true
  } catch {
    return false
  }
}

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
