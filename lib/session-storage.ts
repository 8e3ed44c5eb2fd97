/**
 * The session storage of this tab, with values as JSON. A browser may refuse access to it or have no room left: reading
 * then returns null, and writing does nothing.
 */

/** The stored text of a key, or null. */
export function readSessionText(key: string): string | null {
  try {
    return sessionStorage.getItem(key)
  } catch {
    return null
  }
}

/** Parses what `readSessionText` returned; null for what is missing or malformed. */
export function parseSessionText(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text)
  } catch {
    return null
  }
}

/** The stored value of a key, or null. */
export function readSessionItem(key: string): unknown {
  return parseSessionText(readSessionText(key))
}

/** Stores a value, or removes the key when the value is null. Subscribers of this tab are notified. */
export function writeSessionItem(key: string, value: unknown): void {
  try {
    if (value === null) sessionStorage.removeItem(key)
    else sessionStorage.setItem(key, JSON.stringify(value))
  } catch {
    return
  }
  // The browser itself sends this event to other documents only.
  window.dispatchEvent(new StorageEvent('storage', { key }))
}

/** Removes everything that this tab has stored. */
export function clearSession(): void {
  try {
    sessionStorage.clear()
  } catch {
    // Nothing can be stored where access is refused.
  }
}

/** Calls `listener` after each write. Returns the function that unsubscribes it. */
export function subscribeToSession(listener: () => void): () => void {
  window.addEventListener('storage', listener)
  return () => window.removeEventListener('storage', listener)
}
