import { exportBegunSchema, exportListSchema, exportRequestSchema } from '@/lib/exports'
import { beginExport, readExports } from '@/lib/server/customers/export/own-exports'
import { requestPreferences } from '@/lib/server/http/preferences'
import { noQuery } from '@/lib/server/http/query'
import { route } from '@/lib/server/http/route'

/** The exports of this person that are under way, ready or stopped. */
export const GET = route({
  permission: 'customers:export',
  query: noQuery,
  response: exportListSchema,
  run: ({ access }) => readExports(access),
})

/** Begins an export, for a reason that is audited. The same one that is under way is answered instead. */
export const POST = route({
  permission: 'customers:export',
  query: noQuery,
  body: exportRequestSchema,
  response: exportBegunSchema,
  run: async ({ access, body }) => beginExport(access, body, await requestPreferences()),
})
