import { cacheFormat, isTimeZone } from '@/lib/time'

const zoneFormat = cacheFormat(
  (locale, timeZone) => new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: 'longGeneric' }),
)

/** The name of a zone in summer and winter: `Central European Time`. A zone that this machine does not know stays as it is. */
export function zoneAllYear(locale: string, zone: string): string {
  if (!isTimeZone(zone)) return zone
  const parts = zoneFormat(locale, zone).formatToParts(new Date())
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? zone
}
