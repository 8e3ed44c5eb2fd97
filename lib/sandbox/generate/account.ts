import type { CustomerRecord, CustomerType } from '../customer'
import { createdAt, dataNow, iso } from './instants'
import { OrdinaryCustomers } from './ordinary'
import { Random, weighted } from './random'

const pickType = weighted<Exclude<CustomerType, 'contact'>>([
  ['customer', 907],
  ['company', 54],
  ['employee', 19],
  ['other', 20],
])
const importedAt = Date.parse('2023-02-14T03:00:00.000Z')
const cleanedUpAt = Date.parse('2022-04-05T02:00:00.000Z')
const tombstoneShare = 0.02
/** The number of newest customers that have every ordinary property: more than the largest page. */
const completeNewest = 160

export type AccountOptions = { account: string; customers: number; seed: number; named: readonly CustomerRecord[] }

/**
 * Generates all customers of one account, ordered by `created_at` and then by `id`. They include the named people, an
 * import of up to 3,000 customers at one instant, 2 % tombstones with up to 250 of them in a row, and at most 8 %
 * contacts. The same options give the same customers.
 */
export function* accountCustomers(options: AccountOptions): Generator<CustomerRecord> {
  const { account, customers, named } = options
  if (customers < named.length) return
  const random = new Random(`${options.seed} ${account}`)
  const imported = Math.min(3000, Math.floor(customers * 0.12))
  const consecutiveTombstones = Math.min(250, Math.floor(customers * tombstoneShare * 0.5))
  const ordinaryCount = customers - named.length - imported - consecutiveTombstones
  const deletedShare = (customers * tombstoneShare - consecutiveTombstones) / Math.max(ordinaryCount, 1)
  const ordinary = new OrdinaryCustomers(
    account,
    random,
    dataNow,
    new Set(named.map(({ customer }) => customer.customer_id)),
    named.map(({ customer }) => customer.email ?? ''),
    customers,
  )
  const special: { at: number; make: () => CustomerRecord[] }[] = [
    ...named.map((record) => ({ at: Date.parse(record.customer.created_at), make: () => [record] })),
    { at: importedAt, make: () => makeImport(ordinary, imported) },
    { at: cleanedUpAt, make: () => makeConsecutiveTombstones(ordinary, random, consecutiveTombstones) },
  ].sort((a, b) => a.at - b.at)

  let nextSpecial = 0
  let company = { id: '', contacts: 0 }
  let previousCompany = ''
  for (let made = 0; made < ordinaryCount; made++) {
    const createdMs = createdAt((made + random.fraction()) / ordinaryCount)
    for (let due = special[nextSpecial]; due && due.at <= createdMs; due = special[++nextSpecial]) yield* due.make()
    const complete = made >= ordinaryCount - completeNewest
    if (company.contacts > 0) {
      company.contacts--
      const contactFor = previousCompany && random.chance(0.05) ? [company.id, previousCompany] : [company.id]
      yield ordinary.make({ type: 'contact', createdMs, complete, contactFor })
      continue
    }
    const type = pickType(random)
    const record = ordinary.make({ type, createdMs, complete })
    if (!complete && random.chance(deletedShare * 1.07)) {
      yield toTombstone(record, random, createdMs)
      continue
    }
    if (type === 'company') {
      previousCompany = company.id
      company = { id: record.customer.customer_id, contacts: random.pick([0, 1, 1, 2, 3]) }
    }
    yield record
  }
  for (const due of special.slice(nextSpecial)) yield* due.make()
}

function makeImport(ordinary: OrdinaryCustomers, count: number): CustomerRecord[] {
  const records = Array.from({ length: count }, () =>
    ordinary.make({ type: 'customer', createdMs: importedAt, complete: false }),
  )
  for (const { customer } of records) {
    customer.created_at = iso(importedAt, 417)
    customer.updated_at = customer.created_at
  }
  return records.sort((a, b) => (a.customer.id < b.customer.id ? -1 : 1))
}

function makeConsecutiveTombstones(ordinary: OrdinaryCustomers, random: Random, count: number): CustomerRecord[] {
  return Array.from({ length: count }, (_, at) => {
    const createdMs = cleanedUpAt + at * 1000
    return toTombstone(ordinary.make({ type: 'customer', createdMs, complete: false }), random, createdMs)
  })
}

// Deleting a customer takes its tokens along when that is requested: here it was for three of four.
function toTombstone({ customer, tokens }: CustomerRecord, random: Random, createdMs: number): CustomerRecord {
  const { type, customer_id, id, created_at, created_by } = customer
  const deleted_at = iso(createdMs + 1000 + random.fraction() * (dataNow - createdMs - 1000))
  const deleted_by = '7be04f1c-56a0-4c1e-9d2b-0f8a5e3c1d77'
  return {
    customer: { type, customer_id, id, created_at, created_by, deleted_at, deleted_by },
    tags: [],
    tokens: id < '4' ? tokens : [],
    communication: {},
  }
}
