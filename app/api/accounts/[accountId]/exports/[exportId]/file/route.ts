import { z } from 'zod'
import { exportFileRequestSchema } from '@/lib/exports'
import { sendExport } from '@/lib/server/customers/export/send-export'
import { Attachment } from '@/lib/server/http/attachment'
import { noQuery } from '@/lib/server/http/query'
import { route } from '@/lib/server/http/route'

/** The file of an export of this person, once. Not GET, since the export is gone afterwards. */
export const POST = route({
  permission: 'customers:export',
  params: z.object({ exportId: z.uuid() }),
  query: noQuery,
  body: exportFileRequestSchema,
  response: { safeParse: (answer) => ({ success: answer instanceof Attachment }) },
  run: ({ access, params }) => sendExport(access, params.exportId),
})
