import { accountIdPattern } from '@/lib/account'
import { isPaymentCardNumber } from '@/lib/customers/model/payment-card'
import { uuidPattern } from '@/lib/customers/model/uuid'
import { withoutInvisible } from '@/lib/customers/search-text/invisible'
import { recognisePhone } from '@/lib/customers/search-text/recognise-phone'

/** What a text without operators is, read from its form alone. */
export type Recognised =
  | { kind: 'payment_card' }
  | { kind: 'email'; email: string }
  | { kind: 'phone'; phone_number: string }
  | { kind: 'uuid' | 'id' | 'words' | 'plain'; search: string }
  | { kind: 'address'; account: string; record: string | null }
  | { kind: 'address_without_account' | 'unknown_address' }

/** A complete email, as far as its form tells: one `@`, and a name with a dot after it. */
export function recogniseEmail(text: string): string | null {
  const bare = withoutInvisible(text).trim()
  const inBrackets = /^[^<>@]*<([^<>]+)>[\s,;.]*$/.exec(bare)?.[1] ?? bare
  const email = inBrackets
    .trim()
    .replace(/^mailto:/i, '')
    .replace(/[,;.]+$/, '')
  return /^(?=.{3,320}$)[^\s@<>",;]+@[^\s@<>",;]+\.[^\s@<>",;.]{2,}$/.test(email) ? email : null
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}

/** An address of Dintero's back office: `https` on `*.dintero.com`, an account, and a customer as its last segment (contract). */
function recogniseAddress(text: string): Recognised {
  if (!URL.canParse(text)) return { kind: 'unknown_address' }
  const { protocol, hostname, pathname } = new URL(text)
  if (protocol !== 'https:' || !/(^|\.)dintero\.com$/.test(hostname)) return { kind: 'unknown_address' }
  const segments = pathname.split('/').filter((segment) => segment !== '')
  const at = segments.findIndex((segment) => accountIdPattern.test(segment))
  const account = segments[at]
  if (account === undefined) return { kind: 'address_without_account' }
  // Without a segment of its own after the list's name there is no customer in it.
  const rest = segments.slice(at + 1).filter((segment) => !/^(customers|users)$/.test(segment))
  const last = rest.at(-1)
  return { kind: 'address', account, record: last === undefined ? null : decoded(last) }
}

/** Text of which every word but the digits' own spacing is gone: a part of a number as Dintero holds it. */
function withoutSpacing(text: string): string {
  return /^\+?[\d\s().\-/]+$/.test(text) && /\d.*\d.*\d/.test(text) && /[\s()]/.test(text)
    ? text.replace(/[^\d+]/g, '')
    : text
}

/** Reads a text that holds no operators and no quotes. */
export function recognise(text: string, phoneCountry: string): Recognised {
  const bare = withoutInvisible(text).trim()
  if (isPaymentCardNumber(bare)) return { kind: 'payment_card' }
  if (/^https?:\/\//i.test(bare) && !/\s/.test(bare)) return recogniseAddress(bare)
  const email = recogniseEmail(bare)
  if (email !== null) return { kind: 'email', email }
  const phone_number = recognisePhone(bare, phoneCountry)
  if (phone_number !== null) return { kind: 'phone', phone_number }
  if (uuidPattern.test(bare)) return { kind: 'uuid', search: bare }
  if (/^\S*\d\S*$/.test(bare) && /[^\d+]/.test(bare) && bare.length >= 3) return { kind: 'id', search: text }
  if (/\S\s+\S/.test(text) && !/^[+\d\s().\-/]+$/.test(text))
    return { kind: 'words', search: text.replace(/\s+/g, ' ') }
  return { kind: 'plain', search: withoutSpacing(text) }
}
