import 'server-only'
import { addressLines, addressName, readableAddresses } from '@/lib/customers/format/address-lines'
import { companyFacts, type Fact, formatMoment, overviewFacts } from '@/lib/customers/format/record-facts'
import type { Customer } from '@/lib/customers/model/customer'
import { identityHistory } from '@/lib/customers/model/identity-history'
import { type Block, titledFacts, valueFacts } from '@/lib/server/customers/dossier/block'
import type { DossierPart, DossierWords } from '@/lib/server/customers/dossier/part'
import { withoutOthers } from '@/lib/server/customers/dossier/without-others'

const addressFacts = ({ addresses }: Customer, { t, d, locale }: DossierWords): Fact[] =>
  readableAddresses(addresses, locale).flatMap((address): Fact[] => [
    [addressName(address, t), addressLines(address, locale).join('\n')],
    [t.purchases.comment, address.comment],
    [d.record.coordinates, [address.latitude, address.longitude].filter((one) => one !== undefined).join(', ')],
  ])

function formerIds(customer: Customer, words: DossierWords): Block[] {
  const { d, t } = words
  const changes = identityHistory(customer)
  if (changes.length === 0) return []
  const columns = [{ head: t.record.customerId }, { head: d.record.until }]
  return [
    { kind: 'heading', text: d.record.formerIds },
    { kind: 'table', columns, rows: changes.map(({ from, at }) => [from, formatMoment(at, words)]) },
  ]
}

/** The record as Dintero has it now, with the properties that no screen names. */
export const recordPart: DossierPart = {
  id: 'record',
  async read({ record }) {
    const { customer, other, wrong, read_at } = withoutOthers({ ...record, etag: undefined, reveals: undefined })
    const data = { read_at, customer, other, wrong }
    return {
      data,
      toBlocks: (words) => {
        const { d, t } = words
        const names: Fact[] = [
          [t.record.firstName, customer.first_name],
          [t.record.lastName, customer.last_name],
        ]
        const linked = customer.contact_for?.flatMap(({ customer_id }) => customer_id ?? []).join(', ')
        const facts = [...names, ...overviewFacts(customer, words), [d.record.contactFor, linked] satisfies Fact]
        return [
          { kind: 'facts', facts: facts.filter(([, value]) => value?.trim()) },
          ...formerIds(customer, words),
          ...titledFacts(d.record.addresses, addressFacts(customer, words)),
          ...titledFacts(t.record.company, companyFacts(customer, words)),
          ...titledFacts(d.record.attributes, valueFacts(customer.attributes)),
          ...titledFacts(d.record.metadata, valueFacts(customer.metadata)),
          ...titledFacts(d.record.other, valueFacts(other)),
          ...titledFacts(
            d.record.wrong,
            wrong.map(({ path, value }): Fact => [path.join(' '), JSON.stringify(value)]),
          ),
        ]
      },
    }
  },
}
