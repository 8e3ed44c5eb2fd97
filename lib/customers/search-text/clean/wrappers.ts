const closerOf: Record<string, string> = { '(': ')', '[': ']', '{': '}', '<': '>' }
const openers = new Set(Object.keys(closerOf))
const closers = new Set(Object.values(closerOf))
/** Quotes, and the marks of bold and slanted text in messages and Markdown. */
const quotes = new Set(['"', "'", '*', '_', '~'])
/** Marks that end a sentence or part a list. */
const trailing = new Set('.,;:!?…')
/** Marks of a list or of a quoted mail, and what is left of a list before its next value. */
const leading = new Set('-•·*>,;:|')

const letter = /\p{L}/u
/** A question mark among other marks. */
const standsApart = /[^\p{L}\p{M}\p{N}] \?$/u

/** The position of the bracket that closes the one at each position. */
function bracketPairs(text: string): Map<number, number> {
  const pairs = new Map<number, number>()
  const open: number[] = []
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at)
    if (openers.has(character)) open.push(at)
    else if (closers.has(character)) {
      const from = open.at(-1)
      if (from === undefined || closerOf[text.charAt(from)] !== character) continue
      open.pop()
      pairs.set(from, at)
    }
  }
  return pairs
}

/** How many of each quote stand in a text. Between two letters it is an apostrophe, and counts as a letter. */
function countQuotes(text: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at)
    if (!quotes.has(character) || (letter.test(text.charAt(at - 1)) && letter.test(text.charAt(at + 1)))) continue
    counts.set(character, (counts.get(character) ?? 0) + 1)
  }
  return counts
}

/**
 * The text without what stands around it: brackets and quotes that enclose all of it, half a pair of brackets, a mark of a list before it, and
 * punctuation after it. A question mark among other marks, as in `100% & ?`, is a part of the text. Takes time in proportion to the
 * text, and a text that is enclosed in nothing comes back as it is.
 */
export function withoutWrappers(text: string): string {
  const pairs = bracketPairs(text)
  const closed = new Set(pairs.values())
  const left = countQuotes(text)
  let start = 0
  let end = text.length
  for (;;) {
    while (start < end && text[start] === ' ') start++
    while (start < end && text[end - 1] === ' ') end--
    const first = text.charAt(start)
    const last = text.charAt(end - 1)
    if (end - start < 2) break
    if (pairs.get(start) === end - 1) {
      start++
      end--
    } else if (openers.has(first) && !pairs.has(start)) start++
    else if (closers.has(last) && !closed.has(end - 1)) end--
    else if (quotes.has(first) && first === last && isEnclosed(first)) {
      const half = (left.get(first) ?? 0) / 2
      left.set(first, 0)
      start += half
      end -= half
    } else if (trailing.has(last) && !(last === '?' && standsApart.test(text.slice(Math.max(start, end - 3), end))))
      end--
    else if (leading.has(first) && text[start + 1] === ' ') {
      left.set(first, (left.get(first) ?? 0) - 1)
      start++
    } else break
  }
  return start === 0 && end === text.length ? text : text.slice(start, end)

  /** `"a" and "b"` is no text in quotes: half of its quotes would have to stand at each end. */
  function isEnclosed(quote: string): boolean {
    const half = (left.get(quote) ?? 0) / 2
    if (!Number.isInteger(half)) return false
    for (let at = 0; at < half; at++) if (text[start + at] !== quote || text[end - 1 - at] !== quote) return false
    return true
  }
}
