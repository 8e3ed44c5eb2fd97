import type { Piece } from '@/lib/customers/search-text/pieces'
import type { Problem } from '@/lib/customers/search-text/problem'

/** A word of free text, or an operator with its value. `at` and `length` cover all of it, quotes included. */
export type Part = { operator: string | null; pieces: Piece[]; at: number; length: number }

const space = /\s/
const blank = /[\s\p{Cc}\p{Cf}]/u

/** Whether a pattern of spaces matches a character. The code of most shows that it does not, which is faster. */
function isOneOf(spaces: RegExp, character: string): boolean {
  const code = character.charCodeAt(0)
  return code === 32 || ((code < 32 || code > 126) && spaces.test(character))
}

const operatorHead = /^([a-z_]{2,20}):/i
/** Beginnings of a URL, which look like an operator. */
const scheme = /^(https?|tel|mailto|callto|sms|smsto|facetime)$/i

/** Reads the quoted text that begins at `start`; `\"` and `\\` stand for the character itself. */
function quoted(text: string, start: number): { piece: Piece; end: number } | null {
  let value = ''
  for (let at = start + 1; at < text.length; at++) {
    const character = text[at] ?? ''
    if (character === '"') return { piece: { text: value, isQuoted: true, at: start }, end: at + 1 }
    if (character === '\\' && (text[at + 1] === '"' || text[at + 1] === '\\')) at++
    value += text[at] ?? ''
  }
  return null
}

/** Splits a text into words and operators. A quote opens at the beginning of a word or a value; elsewhere it is a letter. */
export function splitText(text: string): { parts: Part[]; problems: Problem[] } {
  const parts: Part[] = []
  const problems: Problem[] = []
  let at = 0
  while (at < text.length) {
    // A character that cannot be seen may stand before a word too.
    if (isOneOf(blank, text[at] ?? '')) {
      at++
      continue
    }
    const start = at
    const head = operatorHead.exec(text.slice(at, at + 21))?.[1]
    const operator = head && !scheme.test(head) ? head.toLowerCase() : null
    if (operator !== null) at += operator.length + 1
    const pieces: Piece[] = []
    let bare = { text: '', at }
    const endBare = () => {
      if (bare.text !== '') pieces.push({ ...bare, isQuoted: false })
    }
    while (at < text.length && !isOneOf(space, text[at] ?? '')) {
      const isQuote = text[at] === '"'
      if (isQuote && (bare.text === '' ? at === bare.at : operator !== null && bare.text.endsWith('='))) {
        const read = quoted(text, at)
        if (read === null) {
          problems.push({ kind: 'open_quote', at, length: 1, value: '"', expected: [] })
          return { parts, problems }
        }
        endBare()
        pieces.push(read.piece)
        at = read.end
        bare = { text: '', at }
      } else {
        bare.text += text[at]
        at++
      }
    }
    endBare()
    parts.push({ operator, pieces, at: start, length: at - start })
  }
  return { parts, problems }
}
