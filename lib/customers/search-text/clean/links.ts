/** The text with its percent-encoding resolved; as it is where that is broken. */
export function percentDecoded(text: string): string {
  if (!/%[0-9a-f]{2}/i.test(text)) return text
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/**
 * The email or the number in a link that begins a mail or a call, without its subject, text or extension (RFC 6068, RFC
 * 3966); null for any other text.
 */
export function linkTarget(text: string): { kind: 'email' | 'phone'; target: string } | null {
  const scheme = /^(mailto|tel|callto|sms|smsto|facetime):\s*(?:\/\/)?/i.exec(text)
  if (!scheme) return null
  const kind = scheme[1]?.toLowerCase() === 'mailto' ? 'email' : 'phone'
  const target = text.slice(scheme[0].length).replace(kind === 'email' ? /\?.*$/s : /[;?].*$/s, '')
  return { kind, target: percentDecoded(target) }
}
