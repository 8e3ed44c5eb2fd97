import 'server-only'
import { maxLimit } from '@/lib/customers/filters/customer-query'
import type { ReceiptSummary } from '@/lib/customers/receipts/receipt'
import { toGap } from '@/lib/server/customers/dossier/gaps'
import type { DossierSource } from '@/lib/server/customers/dossier/part'
import { fetchReceipts } from '@/lib/server/customers/fetch/around/fetch-receipts'

/** A receipt of a list, with the id under which it is kept. */
export type ListedReceipt = { customerId: string; summary: ReceiptSummary }

/** How many receipts a dossier names at most. */
export const maxReceipts = 1_000

type Listed = {
  listed: ListedReceipt[]
  /** Entries that break the contract, earlier ids whose receipts could not be listed, and how many are there where some are not. */
  unreadable: number
  formerId: number
  tooMany: number
}

/**
 * The receipts under each id that the customer had, page by page. A failure under the present id is that of the part, unless a
 * page was read before it.
 */
export async function* listReceipts(source: DossierSource): AsyncGenerator<{ done: number }, Listed> {
  const { customerId, formerIds, signal } = source
  const found: Listed = { listed: [], unreadable: 0, formerId: 0, tooMany: 0 }
  let isCut = false
  for (const id of [customerId, ...formerIds]) {
    let starting_after: string | null = null
    do {
      isCut ||= found.listed.length >= maxReceipts || source.isLate()
      if (isCut) break
      try {
        const page = await fetchReceipts(source.access, id, { limit: maxLimit, starting_after }, signal)
        found.listed.push(...page.receipts.map((summary) => ({ customerId: id, summary })))
        found.unreadable += page.unreadable
        starting_after = page.next?.starting_after ?? null
      } catch (thrown) {
        if (id === customerId && starting_after === null) throw thrown
        toGap(thrown)
        if (starting_after === null) found.formerId += 1
        else isCut = true
        break
      }
      yield { done: found.listed.length }
    } while (starting_after !== null)
  }
  return { ...found, tooMany: isCut ? found.listed.length : 0 }
}
