import { settingsAnswerSchema } from '@/lib/customers/model/customer'
import { fetchSettings } from '@/lib/server/customers/fetch-account'
import { noQuery } from '@/lib/server/http/query'
import { route } from '@/lib/server/http/route'

/** The customer settings of the account: `{"attributes"}`, in the order that the account has set. */
export const GET = route({
  permission: 'customers:read',
  query: noQuery,
  response: settingsAnswerSchema,
  run: ({ access, signal }) => fetchSettings(access, signal),
})
