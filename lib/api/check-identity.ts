import { fetchJson } from '@/lib/api/client'
import { routes } from '@/lib/api/routes'
import type { IdentityCheck } from '@/lib/customers/call/identity-check'

const loadSchema = async () => (await import('@/lib/customers/call/identity-check')).identityCheckedSchema

/** Logs an identity check; returns when. Throws an `ApiError`. */
export function checkIdentity(accountId: string, customerId: string, check: IdentityCheck): Promise<{ at: string }> {
  const init = { method: 'POST', body: JSON.stringify(check), headers: { 'content-type': 'application/json' } }
  return fetchJson<{ at: string }>(routes.api.identityChecks(accountId, customerId), loadSchema, undefined, init)
}
