import { type Check, checkWhetherFound, differs, fullPage, holds, notSeen } from './check'
import { attributesOf, isTombstone, linkedUserIds, type Sample, textOf } from './sample'
import type { Answer, Row, Upstream } from './upstream'

/** Up to six contacts whose search by customer_id also returns the users that they are linked to. */
async function fetchLinkedContacts(
  upstream: Upstream,
  { rows }: Sample,
): Promise<{ contact: Row; users: Row[]; answer: Answer }[]> {
  const found = []
  for (const contact of rows.filter((row) => !isTombstone(row) && linkedUserIds(row)).slice(0, 6)) {
    const answer = await upstream.fetchCollection({
      ...fullPage,
      type: 'any',
      total: 'true',
      search: textOf(contact, 'customer_id') ?? '',
    })
    const users = answer.rows.filter((row) => linkedUserIds(contact)?.some((id) => id === row.customer_id))
    if (users.length > 0 && answer.rows.length < 100) found.push({ contact, users, answer })
  }
  return found
}

/** The assumptions about the users that a contact is linked to. */
export const linkedUserChecks: Check[] = [
  {
    id: 'total-counts-linked-users',
    assumed: 'total-count counts the users that matching contacts bring along',
    async run(upstream, sample) {
      const [linked] = await fetchLinkedContacts(upstream, sample)
      if (!linked) return notSeen('no contact that brings a user along')
      return linked.answer.total === String(linked.answer.rows.length)
        ? holds
        : differs('it counts fewer than there are rows')
    },
  },
  {
    id: 'linked-users-meet-filters',
    assumed: 'linked users must themselves meet tag_id and attributes_*',
    async run(upstream, sample) {
      for (const contact of sample.rows.filter((row) => !isTombstone(row) && linkedUserIds(row))) {
        const names = Object.keys(attributesOf(contact)).filter((name) => !name.includes(','))
        if (names.length === 0) continue
        const search = textOf(contact, 'customer_id') ?? ''
        const { rows } = await upstream.fetchCollection({ ...fullPage, type: 'any', search })
        const user = rows.find((row) => linkedUserIds(contact)?.some((id) => id === row.customer_id))
        const name = user && names.find((candidate) => !(candidate in attributesOf(user)))
        if (user && name)
          return checkWhetherFound(upstream, { type: 'any', search, attributes_keys: name }, user, false)
      }
      return notSeen('no contact with an attribute that its linked user lacks')
    },
  },
  {
    id: 'no-type-brings-nobody',
    assumed: 'without type, contacts bring nobody',
    async run(upstream, sample) {
      const [linked] = await fetchLinkedContacts(upstream, sample)
      const user = linked?.users[0]
      if (!linked || !user) return notSeen('no contact that brings a user along')
      return checkWhetherFound(upstream, { search: textOf(linked.contact, 'customer_id') ?? '' }, user, false)
    },
  },
]
