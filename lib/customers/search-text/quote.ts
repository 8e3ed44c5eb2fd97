import { invisibleAt } from '@/lib/customers/search-text/clean/invisible'

export const inQuotes = (text: string) => `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`

/** A value as it may stand behind an operator: without quotes where nothing in it has a meaning of its own. */
export function quoteIfNeeded(text: string): string {
  return /^[^\s"\\=,<>]+$/.test(text) && invisibleAt(text) === -1 && !text.includes('..') ? text : inQuotes(text)
}
