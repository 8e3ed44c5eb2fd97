import 'server-only'
import { jsonParts } from '@/lib/customers/format/json-parts'

/** A quick test that excludes most texts. Strings of digits are frequent and need nothing. */
const mayHold = /(?:^|[:,[])\s*-?(?:\d{16}|[\d.]+[eE]\+?\d{3})/
const number = /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/

/** Whether JavaScript cannot hold the number: an integer beyond 2^53, or a number that would become infinite. */
function isBeyond(part: string): boolean {
  const value = Number(part)
  if (!number.test(part) || String(value) === part) return false
  return !Number.isFinite(value) || (/^-?\d+$/.test(part) && !Number.isSafeInteger(value))
}

/** Parses JSON. A number that JavaScript cannot hold becomes a string of its digits. Throws what `JSON.parse` throws. */
export function parseExactly(text: string): unknown {
  if (!mayHold.test(text)) return JSON.parse(text)
  // The original text is parsed first, so that joining its parts cannot turn invalid JSON into valid JSON.
  JSON.parse(text)
  return JSON.parse(
    jsonParts(text)
      .map(({ part }) => (isBeyond(part) ? JSON.stringify(part) : part))
      .join(''),
  )
}
