/** The URL of an upstream text that may be a link: `http:` and `https:` only, else null (it is then shown as text). */
export function safeLink(text: string | undefined): string | null {
  if (!text || !URL.canParse(text)) return null
  const url = new URL(text)
  return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : null
}
