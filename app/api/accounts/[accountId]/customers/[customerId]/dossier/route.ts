import { dossierRequestSchema } from '@/lib/customers/dossier/dossier'
import { customerParams } from '@/lib/customers/model/customer-params'
import { zoneOf } from '@/lib/preferences'
import { sendDossier } from '@/lib/server/customers/dossier/send-dossier'
import { Attachment } from '@/lib/server/http/attachment'
import { requestPreferences } from '@/lib/server/http/preferences'
import { noQuery } from '@/lib/server/http/query'
import { route } from '@/lib/server/http/route'

/** Everything that is kept about one customer, for a reason that is audited: the steps, then the file. Not GET, as it is logged. */
export const POST = route({
  permission: 'customers:export',
  params: customerParams,
  query: noQuery,
  body: dossierRequestSchema,
  response: { safeParse: (answer) => ({ success: answer instanceof Attachment }) },
  run: async ({ access, params, body, signal }) => {
    const zone = zoneOf(await requestPreferences())
    return sendDossier({ access, customerId: params.customerId, request: body, zone, signal })
  },
})
