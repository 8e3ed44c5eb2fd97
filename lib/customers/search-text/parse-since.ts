const dayMs = 86_400_000
/** The letters of both languages: `2h` and `2t`, `1w` and `1u`, `1y` and `1å`. */
const units: Record<string, number> = {
  m: 60_000,
  h: 3_600_000,
  t: 3_600_000,
  d: dayMs,
  w: 7 * dayMs,
  u: 7 * dayMs,
  y: 365 * dayMs,
  å: 365 * dayMs,
}

/** An instant as Dintero takes it, without zero milliseconds. */
const iso = (ms: number) => new Date(ms).toISOString().replace('.000Z', 'Z')

/** The offset of a zone from UTC at an instant, in milliseconds. */
function offsetAt(ms: number, zone: string): number {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(ms)
  const part = (name: string) => Number(parts.find(({ type }) => type === name)?.value)
  const local = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'))
  return local - Math.floor(ms / 1000) * 1000
}

/** The instant of a local time: the earlier of two, and in a gap the one after it (ECMA-262 Temporal, "compatible"). */
function inZone(localMs: number, zone: string): number {
  const before = offsetAt(localMs - dayMs, zone)
  const after = offsetAt(localMs + dayMs, zone)
  const candidates = [localMs - before, localMs - after].filter((ms) => ms + offsetAt(ms, zone) === localMs)
  return candidates.length > 0 ? Math.min(...candidates) : localMs - before
}

/**
 * The instant of `7d` (that long before `now`, to the minute), of a date (also `31.1.2026`) or a time without a zone (in
 * `zone`), or of an instant with one, which stays exactly as it was typed. Null for any other text.
 */
export function parseSince(text: string, zone: string, now: Date): string | null {
  const ago = /^(\d{1,5})([mhtdwuyå])$/i.exec(text)
  if (ago) {
    const ms = now.getTime() - Number(ago[1]) * (units[ago[2]?.toLowerCase() ?? ''] ?? 0)
    return ms > 0 ? iso(Math.floor(ms / 60_000) * 60_000) : null
  }
  const [, day = '', month = '', year = ''] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text) ?? []
  if (year) return parseSince(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`, zone, now)
  const parts = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d)(:\d\d(?:\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)?)?$/i.exec(text)
  const [, date, time = '00:00', seconds = ':00', given] = parts ?? []
  if (!date) return null
  const isDay =
    !Number.isNaN(Date.parse(`${date}T00:00:00Z`)) && new Date(`${date}T00:00:00Z`).toISOString().startsWith(date)
  const utcMs = Date.parse(`${date}T${time}${seconds.slice(0, 7)}Z`)
  if (!isDay || Number.isNaN(utcMs)) return null
  if (given) return parts?.[3] ? text.toUpperCase() : `${date}T${time}${seconds}${given.toUpperCase()}`
  return iso(inZone(utcMs, zone))
}
