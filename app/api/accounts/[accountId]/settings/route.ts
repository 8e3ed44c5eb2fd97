import { settingsAnswerSchema } from '@/lib/customers/model/customer'
import { readSettings } from '@/lib/server/customers/read-account'
import { handle, noQuery } from '@/lib/server/http/route'

/** What the account has settled about its customers: `{"attributes"}`, in its order. */
export const GET = handle({
  permission: 'customers:read',
  query: noQuery,
  response: settingsAnswerSchema,
  run: ({ access, signal }) => readSettings(access, signal),
})
