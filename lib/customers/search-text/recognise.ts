import { accountIdPattern } from '@/lib/account'
import type { ListFilters } from '@/lib/customers/filters/customer-query'
import { filters } from '@/lib/customers/filters/registry'
import { isPaymentCardNumber } from '@/lib/customers/model/payment-card'
import { uuidPattern } from '@/lib/customers/model/uuid'
import { withoutInvisible } from '@/lib/customers/search-text/invisible'
import type { Vocabulary } from '@/lib/customers/search-text/vocabulary'

type FilterName = (typeof filters)[number]['name']

/** What a text without operators is, by its form alone. */
export type Recognised =
  | { kind: 'payment_card' }
  | { kind: 'filter'; filter: FilterName; operator: string; values: Partial<ListFilters> }
  | { kind: 'uuid' | 'id' | 'words' | 'plain'; search: string }
  | { kind: 'address'; account: string; record: string | null }
  | { kind: 'address_without_account' | 'unknown_address' }

function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}

/** A URL of Dintero's back office: `https` on `*.dintero.com`, an account, and a customer as its last segment (contract). */
function recogniseBackOfficeUrl(text: string): Recognised {
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
  return { kind: 'address', account, record: last === undefined ? null : decodeSegment(last) }
}

/** A part of a phone number as Dintero holds it, without spaces and punctuation; any other text unchanged. */
function withoutSpacing(text: string): string {
  return /^\+?[\d\s().\-/]+$/.test(text) && /\d.*\d.*\d/.test(text) && /[\s()]/.test(text)
    ? text.replace(/[^\d+]/g, '')
    : text
}

/** Recognises a text that holds no operators and no quotes. */
export function recognise(text: string, vocabulary: Vocabulary): Recognised {
  const bare = withoutInvisible(text).trim()
  if (isPaymentCardNumber(bare)) return { kind: 'payment_card' }
  if (/^https?:\/\//i.test(bare) && !/\s/.test(bare)) return recogniseBackOfficeUrl(bare)
  for (const { name, operator } of filters) {
    const values = operator?.recognise?.(bare, vocabulary)
    if (operator && values) return { kind: 'filter', filter: name, operator: operator.name, values }
  }
  if (uuidPattern.test(bare)) return { kind: 'uuid', search: bare }
  if (/^\S*\d\S*$/.test(bare) && /[^\d+]/.test(bare) && bare.length >= 3) return { kind: 'id', search: text }
  if (/\S\s+\S/.test(text) && !/^[+\d\s().\-/]+$/.test(text))
    return { kind: 'words', search: text.replace(/\s+/g, ' ') }
  return { kind: 'plain', search: withoutSpacing(text) }
}
