import {
  attributesOf,
  contactsOf,
  isTombstone,
  listAttribute,
  type Sample,
  scalarAttribute,
  text,
} from './conformance-sample'
import type { Answer, Row, Upstream } from './conformance-upstream'

/** `how` says what was seen instead; neither ever holds anything of a customer. */
export type Verdict = { verdict: 'holds' } | { verdict: 'differs'; how: string } | { verdict: 'not seen'; how: string }

export type Check = { id: string; assumed: string; run: (upstream: Upstream, sample: Sample) => Promise<Verdict> }

const holds: Verdict = { verdict: 'holds' }
const differs = (how: string): Verdict => ({ verdict: 'differs', how })
const notSeen = (how: string): Verdict => ({ verdict: 'not seen', how })
const nobodysId = '00000000-dead-4bad-8bad-000000000000'
const everyone = { type: 'any', include_deleted: 'true' }
const page = { limit: '100' }

/** Asks for one customer in a way that should, or should not, find it. */
async function finds(
  upstream: Upstream,
  query: { [name: string]: string },
  row: Row,
  expected: boolean,
): Promise<Verdict> {
  const answer = await upstream.collection({ ...page, ...query })
  if (answer.status !== 200) return differs(`the call answers ${answer.status}`)
  const found = answer.rows.some((one) => one.customer_id === row.customer_id)
  if (found === expected) return holds
  if (!found && answer.rows.length === 100) return notSeen('too many are found to tell')
  return differs(found ? 'the customer is found' : 'the customer is not found')
}

function first<T>(rows: Row[], choose: (row: Row) => T | undefined): [Row, T] | undefined {
  for (const row of rows) {
    const chosen = isTombstone(row) ? undefined : choose(row)
    if (chosen !== undefined) return [row, chosen]
  }
  return undefined
}

/** The instant of a row in microseconds' digits and its id, as text that compares as the order does. */
function place(row: Row, property: string): string | undefined {
  const instant = text(row, property) ?? text(row, 'deleted_at')
  const id = text(row, 'id')
  if (!instant || !id || !instant.endsWith('Z')) return undefined
  const [seconds = '', fraction = ''] = instant.slice(0, -1).split('.')
  return `${seconds}.${fraction.padEnd(9, '0')} ${id}`
}

function order(rows: Row[], property: string, wanted: 'rising' | 'falling'): Verdict {
  const places = rows.flatMap((row) => place(row, property) ?? [])
  if (new Set(places.map((one) => one.split(' ')[0])).size < 2) return notSeen('too few rows with different instants')
  const rising = places.every((one, at) => at === 0 || (places[at - 1] ?? '') < one)
  const falling = places.every((one, at) => at === 0 || (places[at - 1] ?? '') > one)
  if (wanted === 'rising' ? rising : falling) return holds
  return differs(rising ? 'oldest first' : falling ? 'newest first' : 'some other order')
}

/** A contact with a linked user that is there: found by its customer_id, it brings that user along. */
async function linkedContacts(
  upstream: Upstream,
  { rows }: Sample,
): Promise<{ contact: Row; users: Row[]; answer: Answer }[]> {
  const seen = []
  for (const contact of rows.filter((row) => !isTombstone(row) && contactsOf(row)).slice(0, 6)) {
    const answer = await upstream.collection({
      ...page,
      type: 'any',
      total: 'true',
      search: text(contact, 'customer_id') ?? '',
    })
    const users = answer.rows.filter((row) => contactsOf(contact)?.some((id) => id === row.customer_id))
    if (users.length > 0 && answer.rows.length < 100) seen.push({ contact, users, answer })
  }
  return seen
}

export const checks: Check[] = [
  {
    id: 'cursor-is-id',
    assumed: 'starting_after takes the id, not the customer_id',
    async run(_, sample) {
      if (sample.first.length < 2) return notSeen('fewer than two customers')
      return sample.cursor === 'id' ? holds : differs('it takes the customer_id')
    },
  },
  {
    id: 'newest-first',
    assumed: 'the list is ordered by created_at, then id, newest first',
    run: async (_, { first }) => order(first, 'created_at', 'falling'),
  },
  {
    id: 'changes-oldest-first',
    assumed: 'with since_datetime the order is updated_at, then id, oldest first',
    async run(upstream) {
      const { rows } = await upstream.collection({ ...page, type: 'any', since_datetime: '2000-01-01T00:00:00Z' })
      return order(
        rows.filter((row) => text(row, 'updated_at')),
        'updated_at',
        'rising',
      )
    },
  },
  {
    id: 'total-ignores-cursor',
    assumed: 'total-count counts what the filter matches, without the cursor',
    async run(upstream, { first, cursor }) {
      const after = text(first.at(-1), cursor)
      if (!after) return notSeen('no customer to stand on')
      const whole = await upstream.collection({ ...everyone, limit: '1', total: 'true' })
      const rest = await upstream.collection({ ...everyone, limit: '1', total: 'true', starting_after: after })
      if (whole.total === null) return differs('there is no total-count')
      return whole.total === rest.total ? holds : differs('it counts what is left after the cursor')
    },
  },
  {
    id: 'total-with-since',
    assumed: 'total works together with since_datetime',
    async run(upstream) {
      const { status, total } = await upstream.collection({
        limit: '1',
        total: 'true',
        since_datetime: '2000-01-01T00:00:00Z',
      })
      if (status !== 200) return differs(`the call answers ${status}`)
      return total !== null && /^\d+$/.test(total) ? holds : differs('there is no total-count')
    },
  },
  {
    id: 'total-counts-linked-users',
    assumed: 'total-count counts the users that matching contacts bring along',
    async run(upstream, sample) {
      const [seen] = await linkedContacts(upstream, sample)
      if (!seen) return notSeen('no contact that brings a user along')
      return seen.answer.total === String(seen.answer.rows.length)
        ? holds
        : differs('it counts fewer than there are rows')
    },
  },
  {
    id: 'linked-users-meet-filters',
    assumed: 'linked users must themselves meet tag_id and attributes_*',
    async run(upstream, sample) {
      for (const contact of sample.rows.filter((row) => !isTombstone(row) && contactsOf(row))) {
        const names = Object.keys(attributesOf(contact)).filter((name) => !name.includes(','))
        if (names.length === 0) continue
        const search = text(contact, 'customer_id') ?? ''
        const { rows } = await upstream.collection({ ...page, type: 'any', search })
        const user = rows.find((row) => contactsOf(contact)?.some((id) => id === row.customer_id))
        const name = user && names.find((one) => !(one in attributesOf(user)))
        if (user && name) return finds(upstream, { type: 'any', search, attributes_keys: name }, user, false)
      }
      return notSeen('no contact with an attribute that its linked user lacks')
    },
  },
  {
    id: 'no-type-brings-nobody',
    assumed: 'without type, contacts bring nobody',
    async run(upstream, sample) {
      const [seen] = await linkedContacts(upstream, sample)
      const user = seen?.users[0]
      if (!seen || !user) return notSeen('no contact that brings a user along')
      return finds(upstream, { search: text(seen.contact, 'customer_id') ?? '' }, user, false)
    },
  },
  {
    id: 'tombstone-answers-200',
    assumed: 'the single call answers 200 with the tombstone of a deleted customer',
    async run(upstream, { rows }) {
      const id = text(rows.find(isTombstone), 'customer_id')
      if (!id) return notSeen('no deleted customer')
      const { status } = await upstream.customer(id)
      return status === 200 ? holds : differs(`it answers ${status}`)
    },
  },
  {
    id: 'unknown-cursor-is-400',
    assumed: 'an unknown cursor is 400',
    async run(upstream) {
      const { status } = await upstream.collection({ limit: '1', starting_after: nobodysId })
      return status === 400 ? holds : differs(`it answers ${status}`)
    },
  },
  {
    id: 'deleted-cursor-holds',
    assumed: 'a cursor whose customer was deleted still holds its place',
    async run(upstream, { rows, cursor }) {
      const at = rows.findIndex((row) => isTombstone(row) && text(row, cursor))
      const next = rows.slice(at + 1).find((row) => !isTombstone(row))
      if (at === -1 || !next) return notSeen('no deleted customer')
      const answer = await upstream.collection({
        limit: '1',
        type: 'any',
        starting_after: text(rows[at], cursor) ?? '',
      })
      if (answer.status !== 200) return differs(`it answers ${answer.status}`)
      return answer.rows[0]?.customer_id === next.customer_id ? holds : differs('the list goes on elsewhere')
    },
  },
  {
    id: 'no-call-takes-id',
    assumed: 'no call takes the internal id, the cursor apart',
    async run(upstream, { rows }) {
      const found = first(rows, (row) => (row.id === row.customer_id ? undefined : text(row, 'id')))
      if (!found) return notSeen('no customer whose id is not its customer_id')
      const { status } = await upstream.customer(found[1])
      return status === 404 ? holds : differs(`the single call answers ${status}`)
    },
  },
  attributeCheck(
    'attributes-compare-as-text',
    'attribute values compare as the text of the JSON scalar',
    scalarAttribute,
  ),
  attributeCheck('attributes-match-any-member', 'of an attribute that is an array, any member matches', listAttribute),
  searchCheck('search-folds-case', 'search folds case', true, (row) => {
    const email = text(row, 'email')
    return email && email !== email.toUpperCase() ? email.toUpperCase() : undefined
  }),
  searchCheck('search-keeps-letters', 'search does not find ø by o, æ by ae, å by a or aa', false, (row) => {
    const name = text(row, 'last_name')
    const typed = name?.replaceAll('ø', 'o').replaceAll('Ø', 'O').replaceAll('å', 'a').replaceAll('Å', 'A')
    return typed === name || text(row, 'email')?.startsWith(typed?.toLowerCase() ?? '') ? undefined : typed
  }),
  searchCheck('search-no-phrase', 'search does not find "first last" as one phrase', false, (row) => {
    const [given, family] = [text(row, 'first_name'), text(row, 'last_name')]
    return given && family ? `${given} ${family}` : undefined
  }),
  searchCheck('search-phone-without-plus', 'search finds a phone without its +', true, (row) => {
    const phone = text(row, 'phone_number')
    return phone?.startsWith('+') ? phone.slice(1) : undefined
  }),
  {
    id: 'search-finds-tombstones',
    assumed: 'search finds a tombstone by its customer_id',
    async run(upstream, { rows }) {
      const row = rows.find(isTombstone)
      if (!row) return notSeen('no deleted customer')
      return finds(upstream, { ...everyone, search: text(row, 'customer_id') ?? '' }, row, true)
    },
  },
]

function searchCheck(id: string, assumed: string, expected: boolean, word: (row: Row) => string | undefined): Check {
  return {
    id,
    assumed,
    async run(upstream, { rows }) {
      const found = first(rows, word)
      if (!found) return notSeen('no customer to search for')
      return finds(upstream, { type: 'any', search: found[1] }, found[0], expected)
    },
  }
}

function attributeCheck(id: string, assumed: string, choose: (row: Row) => [string, string] | undefined): Check {
  return {
    id,
    assumed,
    async run(upstream, { rows }) {
      const found = first(rows, choose)
      if (!found) return notSeen('no customer with such an attribute')
      const [row, [name, value]] = found
      const search = text(row, 'customer_id') ?? ''
      return finds(upstream, { type: 'any', search, attributes_keys: name, attributes_values: value }, row, true)
    },
  }
}
