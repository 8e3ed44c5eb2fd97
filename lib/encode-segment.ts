/**
 * A text as one segment or one value of a URL, whatever it holds: half a surrogate pair becomes U+FFFD, where
 * `encodeURIComponent` itself throws.
 */
export const encodeSegment = (text: string): string => encodeURIComponent(text.toWellFormed())
