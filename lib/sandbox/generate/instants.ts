/** The present time of the sandbox's data. It is fixed, so that a seed gives the same data on every day. */
export const dataNow = Date.parse('2026-11-20T15:00:00.000Z')

/** The time at which the first customer of an account was created. */
export const dataStart = Date.parse('2016-03-01T08:00:00.000Z')

const dayMs = 86_400_000
const opensMs = 7 * 3_600_000
const openForMs = 13 * 3_600_000

const dayTexts = new Map<number, string>()
const twoDigits = Array.from({ length: 60 }, (_, value) => String(value).padStart(2, '0'))

/**
 * Formats milliseconds since 1970 as an instant of the API. `micro` adds the microseconds. A million customers have
 * about ten million instants, for which `toISOString` takes three times as long.
 */
export function iso(ms: number, micro = 0): string {
  const whole = Math.floor(ms)
  const day = Math.floor(whole / dayMs)
  let dayText = dayTexts.get(day)
  if (dayText === undefined) {
    dayText = new Date(day * dayMs).toISOString().slice(0, 11)
    dayTexts.set(day, dayText)
  }
  const inDay = whole - day * dayMs
  const time = `${twoDigits[Math.floor(inDay / 3_600_000)]}:${twoDigits[Math.floor(inDay / 60_000) % 60]}`
  const seconds = `${twoDigits[Math.floor(inDay / 1000) % 60]}.${threeDigits(inDay % 1000)}`
  return `${dayText}${time}:${seconds}${micro === 0 ? '' : threeDigits(micro)}Z`
}

function threeDigits(value: number): string {
  return value < 10 ? `00${value}` : value < 100 ? `0${value}` : `${value}`
}

/**
 * The instant in milliseconds at which the customer at `position` (0 to 1) of an account was created. Customers are
 * denser towards the end, as in a growing customer club, and all instants are in the daytime.
 */
export function createdAt(position: number): number {
  const days = ((dataNow - dataStart) / dayMs - 1) * position ** 0.7
  const day = Math.floor(days)
  return dataStart - (dataStart % dayMs) + day * dayMs + opensMs + Math.floor((days - day) * openForMs)
}
