/**
 * Characters that cannot be seen and are seldom intended: controls, direction marks (phones put them around a copied
 * number), characters without width, and halves of a surrogate pair. Spaces and the joiner of emoji do not count.
 */
const invisible = /(?!\s)(?!(?<=\p{Extended_Pictographic}\u{FE0F}?)\u{200D})[\p{Cc}\p{Cf}\p{Cs}]/gu

export function withoutInvisible(text: string): string {
  return text.replace(invisible, '')
}

/** The position of the first invisible character; -1 for none. */
export function invisibleAt(text: string): number {
  invisible.lastIndex = 0
  return invisible.exec(text)?.index ?? -1
}
