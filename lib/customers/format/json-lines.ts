import { jsonParts } from '@/lib/customers/format/json-parts'

/** One line of an indented JSON text. */
export type JsonLine = {
  /** Its nesting depth, from 0. */
  depth: number
  text: string
  /** The index of the line with the closing bracket, for a line that opens one. */
  closes?: number
}

/**
 * Indents a JSON text, one value per line, without parsing its values: each number, string and escape stays as it is.
 * Takes any text; one that is not JSON is indented by its brackets.
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
      // An empty object or list stays on one line.
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
