import 'server-only'

/** A property of an answer that is not parsed yet, if it is a well-formed, non-empty string; otherwise null. */
export function textAt(raw: unknown, property: string): string | null {
  if (typeof raw !== 'object' || raw === null) return null
  const value: unknown = (raw as Record<string, unknown>)[property]
  return typeof value === 'string' && value !== '' && value.isWellFormed() ? value : null
}
