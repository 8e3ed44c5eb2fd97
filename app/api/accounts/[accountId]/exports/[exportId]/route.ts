import { z } from 'zod'
import { exportChangedSchema, exportChangeSchema } from '@/lib/exports'
import { changeExport } from '@/lib/server/customers/export/own-exports'
import { noQuery } from '@/lib/server/http/query'
import { route } from '@/lib/server/http/route'

/** Pauses an export of this person, lets it go on, or removes it. */
export const PATCH = route({
  permission: 'customers:export',
  params: z.object({ exportId: z.uuid() }),
  query: noQuery,
  body: exportChangeSchema,
  response: exportChangedSchema,
  run: async ({ access, params, body }) => {
    await changeExport(access, params.exportId, body.action)
    return {}
  },
})
