/**
 * Characters that cannot be seen and are mostly not meant: controls, marks of direction (telephones put them around a
 * copied number), characters of no width, and halves of a surrogate pair. Spaces are none of them, nor is what joins emoji.
 */
const invisible = /(?!\s)(?!(?<=\p{Extended_Pictographic}\u{FE0F}?)\u{200D})[\p{Cc}\p{Cf}\p{Cs}]/gu

export function withoutInvisible(text: string): string {
  return text.replace(invisible, '')
}

/** Where the first of them stands; -1 for none. */
export function invisibleAt(text: string): number {
  invisible.lastIndex = 0
  return invisible.exec(text)?.index ?? -1
}
