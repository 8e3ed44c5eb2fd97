/** The word for a text of Dintero's, such as a status; a text that nobody knows stays as it is. */
export function wordOf(words: Record<string, string>, text: string): string {
  const known = Object.keys(words).find((name) => name === text.trim().toLowerCase())
  return known === undefined ? text : (words[known] ?? text)
}
