import { withoutInvisible } from '@/lib/customers/search-text/clean/invisible'

/** Characters that look like a space, or like nothing, and that no language counts as a space. */
const fillers = /[\u115F\u1160\u3164\uFFA0\u2800]/g
/** Typographic double quotes of any language: “x” „x“ «x» ‹x› 「x」. */
const doubleQuotes = /[\u201C-\u201F\u2E42\u00AB\u00BB\u2039\u203A\u300C-\u300F\u301D-\u301F\uFF02]/g
/** What stands for an apostrophe or a single quote: a typographic one, a prime, or an accent that stands alone. */
const apostrophes = /[\u2018-\u201B\u2032\u2035\u00B4`\u02B9\u02BB\u02BC\u02BD\u02C8\uFF07]/g
const hyphens = /[\u2010-\u2015\u2043\u2212\uFE58\uFE63\uFF0D]/g
/** Forms of ASCII characters in full width, and dots that are written instead of a full stop. */
const fullWidth = /[\uFF01-\uFF5E]+/g
const dots = /[\u3002\uFF61]/g

const isPlain = /^[\x21-\x7E]+(?: [\x21-\x7E]+)*$/

/**
 * The text with one character for each meaning: composed letters (NFC), no invisible characters, one kind of space, quote,
 * apostrophe and hyphen, digits and `@` in their usual width. Spaces around it are gone, and several in a row are one.
 */
export function toPlainCharacters(text: string): string {
  if (isPlain.test(text) && !text.includes('`')) return text
  return withoutInvisible(text)
    .replace(fillers, ' ')
    .replace(fullWidth, (wide) => wide.normalize('NFKC'))
    .normalize('NFC')
    .replace(doubleQuotes, '"')
    .replace(apostrophes, "'")
    .replace(hyphens, '-')
    .replace(dots, '.')
    .replace(/\s+/g, ' ')
    .trim()
}
