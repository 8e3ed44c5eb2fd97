import 'server-only'
import { plural } from '@/lib/messages/messages'
import { listGaps } from '@/lib/server/customers/dossier/gaps'
import type { DossierPart } from '@/lib/server/customers/dossier/part'
import { listReceipts } from '@/lib/server/customers/dossier/receipts/list-receipts'
import { readWhole } from '@/lib/server/customers/dossier/receipts/read-whole'
import { receiptBlocks } from '@/lib/server/customers/dossier/receipts/receipt-blocks'

/** What was bought, under the present id and each earlier one, with every line where that is not too much. */
export const purchasesPart: DossierPart = {
  id: 'purchases',
  section: 'purchases',
  async *read(source) {
    const { listed, ...counts } = yield* listReceipts(source)
    const receipts = yield* readWhole(source, listed)
    const shortened = receipts.filter(({ receipt }) => receipt === null).length
    return {
      data: {
        receipts: receipts.map(({ customerId, summary, receipt }) => ({
          customer_id: customerId,
          ...(receipt ?? { ...summary, is_summary: true }),
        })),
      },
      gaps: listGaps({ ...counts, shortened }),
      toBlocks: (words) =>
        receipts.length === 0
          ? []
          : [
              { kind: 'text', text: plural(words.d.purchases.count, receipts.length, words.locale) },
              ...receipts.flatMap((one) => receiptBlocks(one, source.customerId, words)),
            ],
    }
  },
}
