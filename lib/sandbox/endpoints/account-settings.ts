import { endpoint } from './endpoint'

export const accountTags = endpoint({
  path: '/accounts/{aid}/customers/tags',
  summary: 'All tags of the account, without paging',
  parameters: {},
  answer: ({ store, account }) => ({ body: store.tags(account) }),
})

export const accountTerms = endpoint({
  path: '/accounts/{aid}/customers/terms',
  summary: 'Terms of the account',
  parameters: {},
  answer: ({ store, account }) => ({ body: store.terms(account) }),
})

export const accountSettings = endpoint({
  path: '/accounts/{aid}/customers/settings',
  summary: "Settings of the account: its attributes' names and types",
  parameters: {},
  answer: ({ store, account }) => ({ body: store.settings(account) }),
})
