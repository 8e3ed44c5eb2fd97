import type { Messages } from '@/lib/messages/messages'

/** The status of a receipt that is not simply concluded, in words; a text that nobody knows stays. Undefined for the usual ones. */
export function statusWord(status: string | undefined, t: Messages): string | undefined {
  const given = status?.trim() ?? ''
  if (/^(|none|posted|concluded)$/i.test(given)) return undefined
  const words: Record<string, string> = t.purchases.statuses
  const known = Object.keys(words).find((name) => name.toLowerCase() === given.toLowerCase())
  return known === undefined ? given : words[known]
}
