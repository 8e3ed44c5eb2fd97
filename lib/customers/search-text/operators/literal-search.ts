import { maxSearchLength } from '@/lib/customers/filters/search'
import { isPaymentCardNumber } from '@/lib/customers/model/payment-card'
import type { ValueProblem } from '@/lib/customers/search-text/problem'

/** The filter that searches for a text as it stands, or why it cannot be sent. */
export function literalSearch(search: string): { search: string } | ValueProblem {
  if (isPaymentCardNumber(search)) return { kind: 'payment_card' }
  return search.length > maxSearchLength ? { kind: 'too_long', expected: [String(maxSearchLength)] } : { search }
}
