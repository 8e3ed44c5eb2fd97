/**
 * Control and format characters, which change the direction or the look of the text around them without being visible
 * (Unicode general categories Cc and Cf; UAX #9), and halves of a surrogate pair (Cs), which HTML cannot hold. Line breaks, tabs and the joiners of emoji and scripts are not included.
 */
const invisible = /(?![\n\t\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu

/** Returns the text with each invisible character written as its code point: `⟨U+202E⟩`. */
export function visibleText(text: string): string {
  return text.replace(invisible, (character) => {
    const code = character.codePointAt(0) ?? 0
    return `⟨U+${code.toString(16).toUpperCase().padStart(4, '0')}⟩`
  })
}

type TextProps = {
  /** `yes` for a sentence of ours that holds such text. A name, an id or a tag is what it is in every language. */
  translate?: 'yes' | 'no'
  children: string
}

/** Renders untrusted text: isolated in its own direction, with invisible characters made visible. */
export function Text({ translate = 'no', children }: TextProps) {
  return <bdi translate={translate}>{visibleText(children)}</bdi>
}
