import { type Check, differs, holds, notSeen, type Verdict } from './check'
import { isTombstone, type Sample, textOf } from './sample'
import { isRow, type Row, type Upstream } from './upstream'

/** Customers that are tried until one has receipts enough. */
const maxTried = 12
const leastReceipts = 3
const unknownId = '00000000-dead-4bad-8bad-000000000000'

/** A customer with its newest receipts, or why there is none. */
type ReceiptSample = { customerId: string; receipts: Row[] } | { missing: Verdict }

const samples = new WeakMap<Sample, Promise<ReceiptSample>>()

/** Customers from all of the sample that may have bought something, the ones that were created first before the others: they have had time to buy. */
export function candidatesOf({ rows }: Sample): string[] {
  const ids = rows
    .filter((row) => !isTombstone(row) && row.type !== 'contact')
    .flatMap((row) => textOf(row, 'customer_id') ?? [])
  const step = Math.max(1, Math.floor(ids.length / maxTried))
  return ids
    .toReversed()
    .filter((_, at) => at % step === 0)
    .slice(0, maxTried)
}

async function findReceiptSample(upstream: Upstream, sample: Sample): Promise<ReceiptSample> {
  for (const customerId of candidatesOf(sample)) {
    const { status, rows } = await upstream.fetchReceipts(customerId, { limit: '10' })
    if (status === 403) return { missing: notSeen('the client lacks the scope read:receipts') }
    if (rows.length >= leastReceipts) return { customerId, receipts: rows }
  }
  return { missing: notSeen('no customer with a few receipts') }
}

/** The sample of receipts, which is fetched once for all checks. */
function receiptSample(upstream: Upstream, sample: Sample): Promise<ReceiptSample> {
  const known = samples.get(sample) ?? findReceiptSample(upstream, sample)
  samples.set(sample, known)
  return known
}

const check = (
  id: string,
  assumed: string,
  run: (upstream: Upstream, found: { customerId: string; receipts: Row[] }) => Promise<Verdict>,
): Check => ({
  id,
  assumed,
  run: async (upstream, sample) => {
    const found = await receiptSample(upstream, sample)
    return 'missing' in found ? found.missing : run(upstream, found)
  },
})

const instantOf = (row: Row) => Date.parse(textOf(row, 'created_at') ?? textOf(row, 'purchase_at') ?? '')

/** What is assumed about receipts. A client without their scope sees none of it. */
export const receiptChecks: Check[] = [
  check('receipts-newest-first', 'the receipts of a customer come newest first', async (_, { receipts }) => {
    const instants = receipts.map(instantOf).filter((instant) => !Number.isNaN(instant))
    if (new Set(instants).size < 2) return notSeen('no two receipts of different times')
    const isOrdered = instants.every((instant, at) => at === 0 || instant <= (instants[at - 1] ?? instant))
    return isOrdered ? holds : differs('a later receipt stands after an earlier one')
  }),
  check(
    'receipts-cursor-in-body',
    'starting_after in the body of a page of receipts leads to the next page',
    async (upstream, { customerId, receipts }) => {
      const { body } = await upstream.fetchReceipts(customerId, { limit: '1' })
      const cursor = isRow(body) ? textOf(body, 'starting_after') : undefined
      if (!cursor) return differs('a page that is not the last has no cursor')
      const next = await upstream.fetchReceipts(customerId, { limit: '1', starting_after: cursor })
      if (next.status !== 200) return differs(`with the cursor it answers ${next.status}`)
      return next.rows[0]?.id === receipts[1]?.id ? holds : differs('the cursor leads elsewhere')
    },
  ),
  {
    id: 'receipts-of-nobody-are-empty',
    assumed: 'an id that is no customer has an empty list of receipts',
    async run(upstream) {
      const { status, rows } = await upstream.fetchReceipts(unknownId, { limit: '1' })
      if (status === 403) return notSeen('the client lacks the scope read:receipts')
      return status === 200 && rows.length === 0 ? holds : differs(`it answers ${status}`)
    },
  },
  check(
    'receipt-amounts-are-minor',
    'amounts of receipts are in the minor unit of the currency',
    async (_, { receipts }) => {
      const twins = receipts
        .filter(({ currency }) => ['NOK', 'SEK', 'DKK', 'EUR'].includes(String(currency)))
        .map((receipt): [unknown, number] => [receipt.gross_amount, Number(textOf(receipt, 'gross_amount_dwh'))])
        .filter(([amount, twin]) => amount !== 0 && !Number.isNaN(twin))
      if (twins.length === 0) return notSeen('no receipt whose amount also comes in the major unit')
      return twins.every(([amount, twin]) => amount === Math.round(twin * 100))
        ? holds
        : differs('the amounts are no hundredfold of their twins')
    },
  ),
  check(
    'receipt-search-names-customer',
    'a receipt that is found by its number has the customer_id',
    async (upstream, { customerId, receipts: [first] }) => {
      const { body } = await upstream.fetchReceipt(customerId, textOf(first, 'id') ?? '')
      const number = isRow(body) ? textOf(body, 'receipt_id') : undefined
      if (!number) return notSeen('no receipt with a number')
      const { status, rows } = await upstream.findReceipts(number)
      if (status !== 200) return differs(`it answers ${status}`)
      if (rows.length === 0) return differs('the receipt is not found')
      return rows.every((row) => textOf(row, 'customer_id')) ? holds : differs('the receipt has no customer_id')
    },
  ),
  check(
    'receipt-names-customer',
    'a whole receipt has the customer_id under which it is kept',
    async (upstream, { customerId, receipts: [first] }) => {
      const { status, body } = await upstream.fetchReceipt(customerId, textOf(first, 'id') ?? '')
      if (status !== 200) return differs(`it answers ${status}`)
      return isRow(body) && body.customer_id === customerId
        ? holds
        : differs('the receipt has no customer_id, or another')
    },
  ),
]
