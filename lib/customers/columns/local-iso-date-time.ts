import { cacheFormat, parseInstant } from '@/lib/time'

/** Swedish writes dates and times as ISO 8601 does. */
const isoFormat = cacheFormat(
  (_, timeZone) => new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'medium', timeZone }),
)

/**
 * `2025-11-21 09:31:05` in `zone`: a spreadsheet of any language takes it for a date, and as text it sorts. Any text that is
 * no instant is returned unchanged.
 */
export function localIsoDateTime(iso: string, zone: string): string {
  const date = parseInstant(iso)
  return date ? isoFormat('sv', zone).format(date) : iso
}
