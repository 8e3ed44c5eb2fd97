import 'server-only'

/** Instants as Dintero writes them, to the microsecond, which `Date` would drop. */

const microsPerMs = 1_000n

/** Microseconds since 1970; null for what is no instant. */
export function microsOf(text: string): bigint | null {
  const ms = Date.parse(text)
  if (Number.isNaN(ms)) return null
  const below = /\.\d{3}(\d{1,3})/.exec(text)?.[1] ?? ''
  return BigInt(ms) * microsPerMs + BigInt(below.padEnd(3, '0'))
}

/** The same instant a millisecond later. */
export function oneMillisecondLater(text: string): string | null {
  const micros = microsOf(text)
  if (micros === null) return null
  const later = micros + microsPerMs
  const iso = new Date(Number(later / microsPerMs)).toISOString()
  const below = later % microsPerMs
  return below === 0n ? iso : `${iso.slice(0, -1)}${String(below).padStart(3, '0')}Z`
}
