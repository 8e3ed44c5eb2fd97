/** The sandbox's data stands still at this instant, so that a seed gives the same data on every day. */
export const dataNow = Date.parse('2026-11-20T15:00:00.000Z')

/** The first customer of an account was created then. */
export const dataStart = Date.parse('2016-03-01T08:00:00.000Z')

const dayMs = 86_400_000
const opensMs = 7 * 3_600_000
const openForMs = 13 * 3_600_000

/** Milliseconds since 1970 as the API writes an instant; `micro` adds the three digits below the millisecond. */
export function iso(ms: number, micro = 0): string {
  const text = new Date(ms).toISOString()
  return micro === 0 ? text : `${text.slice(0, -1)}${String(micro).padStart(3, '0')}Z`
}

/**
 * The instant at which the customer at `position` (0 to 1) of an account was created, in milliseconds. It grows with
 * the position, faster towards the end as a growing customer club does, and falls into the hours in which people are awake.
 */
export function createdAt(position: number): number {
  const days = ((dataNow - dataStart) / dayMs - 1) * position ** 0.7
  const day = Math.floor(days)
  return dataStart - (dataStart % dayMs) + day * dayMs + opensMs + Math.floor((days - day) * openForMs)
}
