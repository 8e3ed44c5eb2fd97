import 'server-only'

/** Deeper than anybody nests by hand. Far deeper (some 3,000), what copies and writes JSON runs out of stack. */
const deepest = 100

/** Whether a value is nested too deep to be handed on. */
export function isTooDeep(value: unknown, most = deepest): boolean {
  if (typeof value !== 'object' || value === null) return false
  if (most === 0) return true
  for (const name in value) if (isTooDeep((value as Record<string, unknown>)[name], most - 1)) return true
  return false
}
