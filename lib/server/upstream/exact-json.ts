import 'server-only'
import { jsonParts } from '@/lib/customers/format/json-parts'

/** Strings of digits are frequent, and nothing has to be done for them. */
const mayHold = /(?:^|[:,[])\s*-?(?:\d{16}|[\d.]+[eE]\+?\d{3})/
const number = /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/

/** Whether JavaScript would make another number of it: a whole one beyond 2^53, or one beyond all that it can hold. */
function isBeyond(part: string): boolean {
  const value = Number(part)
  if (!number.test(part) || String(value) === part) return false
  return !Number.isFinite(value) || (/^-?\d+$/.test(part) && !Number.isSafeInteger(value))
}

/** Parses JSON; a number that would not stay the same becomes a text of its digits. Throws what `JSON.parse` throws. */
export function parseExactly(text: string): unknown {
  if (!mayHold.test(text)) return JSON.parse(text)
  // Before anything is put together anew: what is no JSON must not become some.
  JSON.parse(text)
  return JSON.parse(
    jsonParts(text)
      .map(({ part }) => (isBeyond(part) ? JSON.stringify(part) : part))
      .join(''),
  )
}
