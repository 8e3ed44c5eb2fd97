/**
 * What was searched and opened lately in this tab, newest first, for each account. It lives in `sessionStorage`, ends with
 * the tab, at sign-out, and when it is cleared.
 */
export type Recent =
  | { kind: 'search'; text: string; query: string }
  | { kind: 'record'; text: string; customerId: string }

const kept = 8
const key = (accountId: string) => `recent ${accountId}`

function isRecent(value: unknown): value is Recent {
  if (typeof value !== 'object' || value === null) return false
  const { kind, text, query, customerId }: Partial<Record<string, unknown>> = { ...value }
  if (typeof text !== 'string') return false
  return kind === 'search' ? typeof query === 'string' : kind === 'record' && typeof customerId === 'string'
}

export function readRecents(accountId: string): Recent[] {
  try {
    const all: unknown = JSON.parse(sessionStorage.getItem(key(accountId)) ?? '[]')
    return Array.isArray(all) ? all.filter(isRecent) : []
  } catch {
    return []
  }
}

const idOf = (recent: Recent) => (recent.kind === 'search' ? `search ${recent.query}` : `record ${recent.customerId}`)

export function addRecent(accountId: string, recent: Recent): void {
  const others = readRecents(accountId).filter((other) => idOf(other) !== idOf(recent))
  try {
    sessionStorage.setItem(key(accountId), JSON.stringify([recent, ...others].slice(0, kept)))
  } catch {
    // A full storage costs this list, and nothing else.
  }
}

export function clearRecents(accountId: string): void {
  sessionStorage.removeItem(key(accountId))
}
