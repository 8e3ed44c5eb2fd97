import { type Check, differs, firstWithValue, fullPage, holds, notSeen } from './check'
import { isTombstone, textOf } from './sample'
import { isRow } from './upstream'

const addressTypes = ['custom', 'home', 'work', 'other']

/** What Dintero publishes about terms, tokens, addresses and `HEAD`, outside of the page of the collection. */
export const accountChecks: Check[] = [
  {
    id: 'terms-are-paged',
    assumed: 'the terms of an account come ten at a time unless limit says otherwise',
    async run(upstream) {
      const { status, rows } = await upstream.fetchTerms({})
      if (status !== 200) return differs(`it answers ${status}`)
      if (rows.length > 10) return differs('more than ten come at once')
      const all = await upstream.fetchTerms(fullPage)
      return all.rows.length > 10 ? holds : notSeen('no more than ten terms')
    },
  },
  {
    id: 'deleted-term-by-id',
    assumed: 'deleted terms are still found by their id',
    async run(upstream) {
      const { rows } = await upstream.fetchTerms({ ...fullPage, include_deleted: 'true' })
      const id = textOf(rows.find(isTombstone), 'id')
      if (!id) return notSeen('no deleted terms')
      const { status } = await upstream.fetchTerm(id)
      return status === 200 ? holds : differs(`it answers ${status}`)
    },
  },
  {
    id: 'head-is-off',
    assumed: 'HEAD of the collection is 405, as users.head.enabled is off by default',
    async run(upstream, { rows }) {
      const found = firstWithValue(rows, (row) => textOf(row, 'email'))
      if (!found) return notSeen('no customer with an email')
      const { status } = await upstream.headCollection(found[1])
      return status === 405 ? holds : differs(`it answers ${status}; this product does not use it`)
    },
  },
  {
    id: 'tombstone-tokens-answer-200',
    assumed: 'the tokens of a deleted customer can still be listed',
    async run(upstream, { rows }) {
      const id = textOf(rows.find(isTombstone), 'customer_id')
      if (!id) return notSeen('no deleted customer')
      const { status } = await upstream.fetchSection(id, 'tokens')
      return status === 200 ? holds : differs(`it answers ${status}`)
    },
  },
  {
    id: 'four-address-types',
    assumed: 'the type of an address is custom, home, work or other',
    async run(_, { rows }) {
      const addresses = rows.flatMap(({ addresses: given }) => (Array.isArray(given) ? given.filter(isRow) : []))
      const types = addresses.flatMap((address) => textOf(address, 'type') ?? [])
      if (types.length === 0) return notSeen('no address with a type')
      return types.every((type) => addressTypes.includes(type)) ? holds : differs('another type is there')
    },
  },
]
