import 'server-only'
import type { IdentityCheck } from '@/lib/customers/call/identity-check'
import { maskText } from '@/lib/customers/model/masked'
import type { RecordAnswer } from '@/lib/customers/model/record'
import type { AccountAccess } from '@/lib/server/auth/account-access'
import { fetchCustomer } from '@/lib/server/customers/fetch/fetch-customer'
import { withRecordAudit } from '@/lib/server/customers/with-audit'
import { ApiFailure } from '@/lib/server/http/api-failure'

/** As the audit log keeps a check; `activity.identityNotes` of the catalogue has the words of each. */
const notes = { matches: 'birth date', differs: 'birth date differs' } as const

/** Whoever compares a date of birth has to see one: masked, or without one, nothing was compared. */
function requireDateOfBirth(answer: RecordAnswer): RecordAnswer {
  const value = answer.customer.date_of_birth?.trim()
  if (value === maskText)
    throw new ApiFailure({
      code: 'forbidden',
      message: 'Your role does not see the date of birth until you reveal it.',
    })
  if (!value)
    throw new ApiFailure({ code: 'invalid_query', message: 'This customer has no date of birth.', field: 'question' })
  return answer
}

/**
 * Audits that a person has asked a caller for their day of birth, and whether the answer was the one of the record. The record
 * is fetched again, so that nothing is said of somebody who does not exist, or of what the person does not see. Throws
 * `ApiFailure`.
 */
export async function checkIdentity(
  access: AccountAccess,
  customerId: string,
  { matches }: IdentityCheck,
  signal?: AbortSignal,
): Promise<{ at: string }> {
  const fetching = fetchCustomer(access, customerId, signal).then(requireDateOfBirth)
  await withRecordAudit(access, customerId, fetching, () => ({
    kind: 'identity',
    customers: [customerId],
    rows: 1,
    note: matches ? notes.matches : notes.differs,
  }))
  return { at: new Date().toISOString() }
}
