/** A token of a JSON text: a string, a bracket, a separator, or any other text between them; with its position. */
export type JsonPart = { part: string; start: number; end: number }

const parts = /"(?:[^"\\]|\\.)*"?|[[\]{},:]|[^\s"[\]{},:]+/gs

/** The tokens of a JSON text, in order. Numbers and strings are not decoded; takes any text. */
export function jsonParts(text: string): JsonPart[] {
  return [...text.matchAll(parts)].map(({ 0: part, index }) => ({ part, start: index, end: index + part.length }))
}

/** The source texts of the items of a JSON list. Takes text that parses as a list. */
export function jsonMembers(text: string): string[] {
  const members: string[] = []
  let depth = 0
  let start = -1
  for (const { part, start: at, end } of jsonParts(text)) {
    if (part === '}' || part === ']') depth--
    if (depth === 1 && start === -1 && part !== ',') start = at
    if (part === '{' || part === '[') depth++
    if (depth === 1 && start !== -1 && part !== ',') {
      members.push(text.slice(start, end))
      start = -1
    }
  }
  return members
}
