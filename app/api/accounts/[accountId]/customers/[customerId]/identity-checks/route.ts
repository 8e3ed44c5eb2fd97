import { identityCheckedSchema, identityCheckSchema } from '@/lib/customers/call/identity-check'
import { customerParams } from '@/lib/customers/model/customer-params'
import { checkIdentity } from '@/lib/server/customers/check-identity'
import { noQuery } from '@/lib/server/http/query'
import { route } from '@/lib/server/http/route'

/** Logs that a caller was asked who they are: `{"question": "date_of_birth", "matches": true}` → `{"at"}`. */
export const POST = route({
  permission: 'customers:read',
  params: customerParams,
  query: noQuery,
  body: identityCheckSchema,
  response: identityCheckedSchema,
  run: ({ access, params, body, signal }) => checkIdentity(access, params.customerId, body, signal),
})
