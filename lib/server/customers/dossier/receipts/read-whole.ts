import 'server-only'
import type { Receipt } from '@/lib/customers/receipts/receipt'
import { toGap } from '@/lib/server/customers/dossier/gaps'
import type { DossierSource } from '@/lib/server/customers/dossier/part'
import type { ListedReceipt } from '@/lib/server/customers/dossier/receipts/list-receipts'
import { receiptWithoutOthers } from '@/lib/server/customers/dossier/without-others'
import { fetchReceipt } from '@/lib/server/customers/fetch/around/fetch-receipts'

/** A receipt of a dossier: whole, or where it could not be had, as the list has it. */
export type DossierReceipt = ListedReceipt & { receipt: Receipt | null }

/** How many receipts are whole at most, each a call to Dintero, and how much text they may be together. */
const maxWhole = 500
const maxCharacters = 8_000_000
/** How many calls are made at a time: others of the account wait for theirs too. */
const callsAtOnce = 4

/**
 * The whole receipts, the first of the list first. After a round in which none could be had, and where it takes too long or is
 * too much, the others stay as the list has them.
 */
export async function* readWhole(
  source: DossierSource,
  listed: readonly ListedReceipt[],
): AsyncGenerator<{ done: number; of: number }, DossierReceipt[]> {
  const { record, signal } = source
  const whole: (Receipt | null)[] = []
  const most = Math.min(listed.length, maxWhole)
  let characters = 0
  while (whole.length < most && characters < maxCharacters && !source.isLate()) {
    const round = await Promise.all(
      listed.slice(whole.length, Math.min(whole.length + callsAtOnce, most)).map(async ({ customerId, summary }) => {
        try {
          const { receipt } = await fetchReceipt(source.access, customerId, summary.id, signal)
          return receiptWithoutOthers(receipt, record.customer)
        } catch (thrown) {
          toGap(thrown)
          return null
        }
      }),
    )
    if (round.every((one) => one === null)) break
    whole.push(...round)
    characters += JSON.stringify(round).length
    yield { done: whole.length, of: most }
  }
  return listed.map((one, at) => ({ ...one, receipt: whole[at] ?? null }))
}
