import { settingsAnswerSchema } from '@/lib/customers/model/customer'
import { readSettings } from '@/lib/server/customers/read-account'
import { noQuery } from '@/lib/server/http/query'
import { route } from '@/lib/server/http/route'

/** The customer settings of the account: `{"attributes"}`, in the order that the account has set. */
export const GET = route({
  permission: 'customers:read',
  query: noQuery,
  response: settingsAnswerSchema,
  run: ({ access, signal }) => readSettings(access, signal),
})
