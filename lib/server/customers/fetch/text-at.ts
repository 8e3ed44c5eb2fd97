import 'server-only'

/** A property of an unread answer of Dintero's that is a text with anything in it; else null. */
export function textAt(raw: unknown, property: string): string | null {
  if (typeof raw !== 'object' || raw === null) return null
  const value: unknown = (raw as Record<string, unknown>)[property]
  return typeof value === 'string' && value !== '' ? value : null
}
