import { parseInstant } from '@/lib/time'

/** What this tab keeps of a call with a customer until the person signs out. Nothing of it goes to the server. */
export type Call = {
  notes: string
  /** The latest identity check of the call, as the server has logged it. */
  checked: { at: string; matches: boolean } | null
}

/** The longest notes that are kept, in UTF-16 units. */
export const maxNotesLength = 5_000

/** The key of the session storage for the call with a customer. */
export const callKey = (accountId: string, customerId: string) => `call ${accountId} ${customerId}`

/** A call as it was stored; an empty one for what is missing or was written by an older version. */
export function parseCall(stored: unknown): Call {
  const { notes, checked } = (typeof stored === 'object' && stored !== null ? stored : {}) as Record<string, unknown>
  const { at, matches } = (typeof checked === 'object' && checked !== null ? checked : {}) as Record<string, unknown>
  const isChecked = typeof at === 'string' && parseInstant(at) !== null && typeof matches === 'boolean'
  return {
    notes: typeof notes === 'string' ? notes.slice(0, maxNotesLength) : '',
    checked: isChecked ? { at, matches } : null,
  }
}
