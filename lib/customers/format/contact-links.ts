import { encodeSegment } from '@/lib/encode-segment'

/** A `tel:` link for a phone number that can be dialled, else null (it is then shown as text). */
export function phoneLink(text: string): string | null {
  const digits = text.replace(/[\s().-]/g, '')
  return /^\+?\d{3,15}$/.test(digits) ? `tel:${digits}` : null
}

/** A `mailto:` link for one email, encoded so that it can add no subject, copy or second recipient; else null. */
export function mailLink(text: string): string | null {
  if (!/^[^\s@,;<>]+@[^\s@,;<>]+$/.test(text) || !text.isWellFormed()) return null
  return `mailto:${encodeSegment(text).replace('%40', '@')}`
}
