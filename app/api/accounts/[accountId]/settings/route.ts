import { settingsAnswerSchema } from '@/lib/customers/model/customer'
import { readSettings } from '@/lib/server/customers/read-account'
import { noQuery } from '@/lib/server/http/query'
import { route } from '@/lib/server/http/route'

/** What the account has settled about its customers: `{"attributes"}`, in its order. */
export const GET = route({
  permission: 'customers:read',
  query: noQuery,
  response: settingsAnswerSchema,
  run: ({ access, signal }) => readSettings(access, signal),
})
