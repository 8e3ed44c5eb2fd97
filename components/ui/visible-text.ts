/**
 * Controls and format characters, which change the direction or the look of the text around them without being seen
 * (Unicode general categories Cc and Cf; UAX #9). Line breaks, tabs and the joiners of emoji and scripts stay.
 */
const invisible = /(?![\n\t\u200c\u200d])[\p{Cc}\p{Cf}\u2028\u2029]/gu

/** The text with each invisible character written as its code point, `⟨U+202E⟩`: untrusted text is shown, not obeyed. */
export function visibleText(text: string): string {
  return text.replace(invisible, (character) => {
    const code = character.codePointAt(0) ?? 0
    return `⟨U+${code.toString(16).toUpperCase().padStart(4, '0')}⟩`
  })
}
