import { uuidPattern } from '@/lib/customers/model/uuid'

/** Values that stand in a text among other words. Each function takes time in proportion to the text. */

const localCharacter = /[\p{L}\p{M}\p{N}.!#$%&'*+/^_~-]/u
const domainCharacter = /[\p{L}\p{M}\p{N}.-]/u
/** RFC 5321, section 4.5.3.1: the longest name before the `@`, and the longest domain. */
const maxLocal = 64
const maxDomain = 255

/** The emails in a text, each once. */
export function findEmails(text: string): { email: string; at: number }[] {
  const found: { email: string; at: number }[] = []
  for (let at = text.indexOf('@'); at !== -1; at = text.indexOf('@', at + 1)) {
    let from = at
    let to = at + 1
    while (from > 0 && at - from < maxLocal && localCharacter.test(text.charAt(from - 1))) from--
    while (to < text.length && to - at <= maxDomain && domainCharacter.test(text.charAt(to))) to++
    const local = text.slice(from, at).replace(/^[.'*_/~-]+/, '')
    const domain = text.slice(at + 1, to).replace(/[.-]+$/, '')
    const email = `${local}@${domain}`
    const isKnown = found.some((other) => other.email.toLowerCase() === email.toLowerCase())
    if (isEmailForm(email) && !isKnown) found.push({ email, at: at - local.length })
  }
  return found
}

/** A complete email by its form: one `@`, and a domain with a dot after it. */
export const isEmailForm = (text: string) =>
  /^(?=.{3,320}$)[^\s@<>(),;:"?&=[\]\\]+@(?![.-])[\p{L}\p{M}\p{N}.-]*[\p{L}\p{M}\p{N}]\.[\p{L}\p{M}\p{N}-]*\p{L}[\p{L}\p{M}\p{N}-]*$/u.test(
    text,
  )

/** A date, or the hours of a day (`08.00-16.00`). */
const isTime =
  /^(?:\d{4}[-./]\d{1,2}[-./]\d{1,2}|\d{1,2}[-./]\d{1,2}[-./]\d{4}|\d{1,2}\.\d{2} ?- ?\d{1,2}\.\d{2})(?:\D|$)/
/** Digits with what people write between them, which no letter, hyphen or further digit touches. */
const digitRun = /(?<![\p{L}\d@._/#-])\(?\+?\(?\d[\d ().\-/]{4,28}\d(?![\p{L}\d@_]|-\d)/gu

/** The stretches of a text that may be phone numbers: at least seven digits, and no time. */
export function findDigitRuns(text: string): string[] {
  return (text.match(digitRun) ?? []).filter((run) => !isTime.test(run) && run.replace(/\D/g, '').length >= 7)
}

/** A customer number as most companies form it: letters and digits, parted or not, such as `K-214907` or `AB12345`. */
const isIdForm = /^(?=(?:\D*\d){3})[a-z]{1,8}(?:[-_/][a-z\d]+)+$|^[a-z]{1,3}\d{4,}$/i

/** The ids in a text, by their form: UUIDs, and letters with digits. Each once. */
export function findIds(text: string): string[] {
  const words = text.split(/[\s()[\]{}<>",;:=]+/).map((word) => word.replace(/^#|[.!?]+$/g, ''))
  return [...new Set(words.filter((word) => word.length <= 60 && (uuidPattern.test(word) || isIdForm.test(word))))]
}
