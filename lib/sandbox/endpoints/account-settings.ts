import { notFound } from '../http/api-error'
import { booleanParameter, limitParameter, textParameter } from '../http/parameters'
import { endpoint } from './endpoint'
import { newestFirst, pageOf } from './page-of'
import { many, one } from './schemas'

export const accountTags = endpoint({
  id: 'accountTags',
  schema: many('Tag'),
  path: '/accounts/{aid}/customers/tags',
  summary: 'All tags of the account, without paging',
  parameters: {},
  answer: ({ store, account }) => ({ body: store.tags(account) }),
})

type Term = { id: string; terms: string; created_at: string; deleted_at?: string }

export const accountTerms = endpoint({
  id: 'accountTerms',
  schema: many('Term'),
  path: '/accounts/{aid}/customers/terms',
  summary: 'Terms of the account',
  parameters: {
    limit: limitParameter,
    starting_after: textParameter('Cursor: the id of the last terms of the page before', { format: 'uuid' }),
    include_deleted: booleanParameter('Include deleted terms'),
  },
  answer({ store, account, holds, query }) {
    const all: Term[] = JSON.parse(store.terms(account))
    const { limit = holds('terms-are-paged') ? 10 : all.length, starting_after, include_deleted } = query
    const isIncluded = (term: Term) => include_deleted || !term.deleted_at
    return { body: JSON.stringify(pageOf(all.toSorted(newestFirst), { limit, starting_after }, isIncluded)) }
  },
})

/** One of the terms that customers have accepted, also when it was deleted since. */
export const oneTerm = endpoint({
  id: 'oneTerm',
  schema: one('Term'),
  path: '/accounts/{aid}/customers/terms/{term_id}',
  summary: 'Terms by their id',
  parameters: {},
  answer({ store, account, holds, segment }) {
    const all: Term[] = JSON.parse(store.terms(account))
    const found = all.find(({ id }) => id === segment)
    if (!found || (found.deleted_at && !holds('deleted-term-by-id'))) throw notFound('No such terms')
    return { body: JSON.stringify(found) }
  },
})

export const accountSettings = endpoint({
  id: 'accountSettings',
  schema: one('Settings'),
  path: '/accounts/{aid}/customers/settings',
  summary: "Settings of the account: its attributes' names and types",
  parameters: {},
  answer: ({ store, account }) => ({ body: store.settings(account) }),
})
