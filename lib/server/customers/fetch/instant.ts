import 'server-only'

/** Instants as Dintero writes them, with microseconds, which `Date` does not represent. */

const microsPerMs = 1_000n

/** Microseconds since 1970, or null for a text that is not an instant. */
export function microsOf(text: string): bigint | null {
  const ms = Date.parse(text)
  if (Number.isNaN(ms)) return null
  const fraction = /\.\d{3}(\d{1,3})/.exec(text)?.[1] ?? ''
  return BigInt(ms) * microsPerMs + BigInt(fraction.padEnd(3, '0'))
}

/** The instant one millisecond later, or null for a text that is not an instant. */
export function oneMillisecondLater(text: string): string | null {
  const micros = microsOf(text)
  if (micros === null) return null
  const later = micros + microsPerMs
  const iso = new Date(Number(later / microsPerMs)).toISOString()
  const fraction = later % microsPerMs
  return fraction === 0n ? iso : `${iso.slice(0, -1)}${String(fraction).padStart(3, '0')}Z`
}
