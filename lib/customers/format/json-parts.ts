/** A part of a JSON text: a string, a bracket or separator, or whatever stands between them; `start` and `end` are its place. */
export type JsonPart = { part: string; start: number; end: number }

const parts = /"(?:[^"\\]|\\.)*"?|[[\]{},:]|[^\s"[\]{},:]+/gs

/** The parts of a JSON text, in order. No number is read, no string decoded; takes any text. */
export function jsonParts(text: string): JsonPart[] {
  return [...text.matchAll(parts)].map(({ 0: part, index }) => ({ part, start: index, end: index + part.length }))
}

/** The texts of the members of a JSON list, each as it came. Takes text that parses as a list. */
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
