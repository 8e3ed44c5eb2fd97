/** Letters as they compare: without accents, in lower case. */
const fold = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
const wordsOf = (text: string) =>
  fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)

/**
 * How well a text fits a command: 2 where the title begins with it, 1 where each of its words begins a word of the title or
 * the note, 0 where it does not fit.
 */
export function rankCommand(text: string, title: string, note = ''): 0 | 1 | 2 {
  if (fold(title).startsWith(fold(text.trim()))) return 2
  const words = wordsOf(`${title} ${note}`)
  const typed = wordsOf(text)
  return typed.length > 0 && typed.every((one) => words.some((word) => word.startsWith(one))) ? 1 : 0
}
