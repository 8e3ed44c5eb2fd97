/** `tel:` for a phone number that a dialler takes, else null (it is then shown as text). */
export function phoneLink(text: string): string | null {
  const digits = text.replace(/[\s().-]/g, '')
  return /^\+?\d{3,15}$/.test(digits) ? `tel:${digits}` : null
}

/** `mailto:` for one address, encoded so that it can bring no subject, copy or second address along; else null. */
export function mailLink(text: string): string | null {
  if (!/^[^\s@,;<>]+@[^\s@,;<>]+$/.test(text) || !text.isWellFormed()) return null
  return `mailto:${encodeURIComponent(text).replace('%40', '@')}`
}
