/**
 * Characters that change the direction or the look of the text around them without being seen (Unicode UAX #9 and
 * control characters). Upstream text is untrusted: they are shown, not obeyed.
 */
const invisible = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g

/** The text with each invisible control written as its code point, `⟨U+202E⟩`. */
export function visibleText(text: string): string {
  return text.replace(invisible, (character) => {
    const code = character.codePointAt(0) ?? 0
    return `⟨U+${code.toString(16).toUpperCase().padStart(4, '0')}⟩`
  })
}
