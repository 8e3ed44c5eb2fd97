import { endpoint } from './endpoint'
import { many, one } from './schemas'

export const accountTags = endpoint({
  id: 'accountTags',
  schema: many('Tag'),
  path: '/accounts/{aid}/customers/tags',
  summary: 'All tags of the account, without paging',
  parameters: {},
  answer: ({ store, account }) => ({ body: store.tags(account) }),
})

export const accountTerms = endpoint({
  id: 'accountTerms',
  schema: many('Term'),
  path: '/accounts/{aid}/customers/terms',
  summary: 'Terms of the account',
  parameters: {},
  answer: ({ store, account }) => ({ body: store.terms(account) }),
})

export const accountSettings = endpoint({
  id: 'accountSettings',
  schema: one('Settings'),
  path: '/accounts/{aid}/customers/settings',
  summary: "Settings of the account: its attributes' names and types",
  parameters: {},
  answer: ({ store, account }) => ({ body: store.settings(account) }),
})
