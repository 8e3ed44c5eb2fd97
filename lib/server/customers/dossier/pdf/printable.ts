import 'server-only'
import type { FontkitFont } from 'pdfkit'

/** Stands for a character that the typeface has no letter for. */
export const noLetter = '□'

/**
 * A text with the letters of a typeface alone. Line breaks stay; what leaves no mark on paper, such as marks of direction, goes.
 * `onMissing` is called where a character has no letter.
 */
export function toPrintable(
  text: string,
  typeface: Pick<FontkitFont, 'hasGlyphForCodePoint'>,
  onMissing: () => void,
): string {
  const plain = text
    .toWellFormed()
    .normalize('NFC')
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    // A space within an amount keeps it on one line.
    .replace(/[\u2007\u202f]/g, '\u00a0')
    .replace(/(?!\u00a0)[\p{Z}\t]/gu, ' ')
    .replace(/[\p{Cf}\p{Default_Ignorable_Code_Point}]|(?!\n)\p{Cc}/gu, '')
  let printable = ''
  for (const character of plain) {
    const isThere = character === '\n' || typeface.hasGlyphForCodePoint(character.codePointAt(0) ?? 0)
    if (!isThere) onMissing()
    printable += isThere ? character : noLetter
  }
  return printable
}
