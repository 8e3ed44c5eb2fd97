/** The most letters of the name of a view. */
export const maxNameLength = 80

/** A name in one line. Whatever else is in it stays: it is only ever shown as text. */
export const toViewName = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
