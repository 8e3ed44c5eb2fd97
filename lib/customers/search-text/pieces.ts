/** A stretch of a value: quoted text stands for itself, bare text may mean something. */
export type Piece = { text: string; isQuoted: boolean; at: number }

/** The text of a value without its quotes. */
export const textOf = (pieces: readonly Piece[]) => pieces.map(({ text }) => text).join('')

/** Whether all of a value stands in quotes. */
export const isQuoted = (pieces: readonly Piece[]) => pieces.every((piece) => piece.isQuoted)

/** A name and its value, separated by the first `=` that is not quoted; `value` is null without one. */
export function splitPair(pieces: readonly Piece[]): { name: Piece[]; value: Piece[] | null } {
  const index = pieces.findIndex(({ text, isQuoted }) => !isQuoted && text.includes('='))
  const piece = pieces[index]
  if (!piece) return { name: [...pieces], value: null }
  const cut = piece.text.indexOf('=')
  const left = { ...piece, text: piece.text.slice(0, cut) }
  const right = { ...piece, text: piece.text.slice(cut + 1), at: piece.at + cut + 1 }
  const filled = (all: Piece[]) => all.filter(({ text, isQuoted }) => isQuoted || text !== '')
  return { name: filled([...pieces.slice(0, index), left]), value: filled([right, ...pieces.slice(index + 1)]) }
}
