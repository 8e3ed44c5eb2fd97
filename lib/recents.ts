import { readSessionItem, writeSessionItem } from '@/lib/session-storage'

/**
 * The latest searches and opened records of this tab, newest first, for each account. They end with the tab, when the
 * person signs out, and when they are cleared.
 */
export type Recent =
  | { kind: 'search'; text: string; query: string }
  | { kind: 'record'; text: string; customerId: string }

const maxRecents = 8

export const recentsKey = (accountId: string) => `recent ${accountId}`

function isRecent(value: unknown): value is Recent {
  if (typeof value !== 'object' || value === null) return false
  const { kind, text, query, customerId }: Partial<Record<string, unknown>> = { ...value }
  if (typeof text !== 'string') return false
  return kind === 'search' ? typeof query === 'string' : kind === 'record' && typeof customerId === 'string'
}

/** The recents in the session storage. */
export const parseRecents = (stored: unknown): Recent[] => (Array.isArray(stored) ? stored.filter(isRecent) : [])

const identityOf = (recent: Recent) =>
  recent.kind === 'search' ? `search ${recent.query}` : `record ${recent.customerId}`

/** Adds a recent as the newest one; an older entry for the same search or record is removed. */
export function addRecent(accountId: string, recent: Recent): void {
  const key = recentsKey(accountId)
  const others = parseRecents(readSessionItem(key)).filter((other) => identityOf(other) !== identityOf(recent))
  writeSessionItem(key, [recent, ...others].slice(0, maxRecents))
}
