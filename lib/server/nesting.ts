import 'server-only'

/** More levels than real data has. At some 3,000 levels, code that copies or serialises JSON overflows the stack. */
const maxDepth = 100

/** Whether a value is nested too deeply to be processed. */
export function isTooDeep(value: unknown, levelsLeft = maxDepth): boolean {
  if (typeof value !== 'object' || value === null) return false
  if (levelsLeft === 0) return true
  for (const name in value) if (isTooDeep((value as Record<string, unknown>)[name], levelsLeft - 1)) return true
  return false
}
