import { jsonParts } from '@/lib/customers/format/json-parts'

/** One line of a JSON text that was laid out. */
export type JsonLine = {
  /** How deep it stands, from 0. */
  depth: number
  text: string
  /** The index of the line that closes what this one opens. */
  closes?: number
}

/**
 * Lays a JSON text out, a value a line, without reading its values: each number, string and escape stays as it came. Takes
 * any text; what is not JSON is laid out by the brackets that it has.
 */
export function jsonLines(json: string): JsonLine[] {
  const lines: JsonLine[] = []
  const open: number[] = []
  let line: JsonLine = { depth: 0, text: '' }
  const end = () => {
    if (line.text !== '') lines.push(line)
    line = { depth: open.length, text: '' }
  }
  const found = jsonParts(json).map(({ part }) => part)
  for (const [at, part] of found.entries()) {
    if (part === '{' || part === '[') {
      line.text += part
      const closing = part === '{' ? '}' : ']'
      // An empty one stays on its line.
      if (found[at + 1] === closing) continue
      lines.push(line)
      open.push(lines.length - 1)
      line = { depth: open.length, text: '' }
    } else if (part === '}' || part === ']') {
      const before = found[at - 1]
      if (before === (part === '}' ? '{' : '[')) {
        line.text += part
        continue
      }
      end()
      const opened = open.pop()
      line = { depth: open.length, text: part }
      const opener = opened === undefined ? undefined : lines[opened]
      if (opener) opener.closes = lines.length
    } else if (part === ',') {
      line.text += part
      end()
    } else {
      line.text += part === ':' ? ': ' : part
    }
  }
  end()
  return lines
}
