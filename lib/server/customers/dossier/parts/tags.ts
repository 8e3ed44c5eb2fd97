import 'server-only'
import { formatMoment } from '@/lib/customers/format/record-facts'
import type { DossierPart } from '@/lib/server/customers/dossier/part'
import { withoutOthers } from '@/lib/server/customers/dossier/without-others'
import { fetchCustomerTags } from '@/lib/server/customers/fetch/fetch-record-sections'

/** The groups of customers that the company has put this one in. */
export const tagsPart: DossierPart = {
  id: 'tags',
  async read({ access, customerId, signal }) {
    const { tags } = withoutOthers(await fetchCustomerTags(access, customerId, signal))
    return {
      data: { tags },
      toBlocks: (words) => [
        {
          kind: 'table',
          columns: [{ head: words.d.tags.tag, share: 2 }, { head: words.t.record.created }],
          rows: tags.map(({ tag, created_at }) => [tag, formatMoment(created_at, words)]),
        },
      ],
    }
  },
}
