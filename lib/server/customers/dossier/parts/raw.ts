import 'server-only'
import type { DossierPart } from '@/lib/server/customers/dossier/part'
import { withoutOthers } from '@/lib/server/customers/dossier/without-others'
import { fetchRawCustomer } from '@/lib/server/customers/fetch/fetch-customer'
import { parseExactly } from '@/lib/server/upstream/exact-json'

/** The record as Dintero sent it, which no person reads. */
export const rawPart: DossierPart = {
  id: 'raw',
  isJsonOnly: true,
  async read({ access, customerId, signal }) {
    const { text, read_at } = await fetchRawCustomer(access, customerId, signal)
    return { data: { read_at, record: withoutOthers(parseExactly(text)) } }
  },
}
