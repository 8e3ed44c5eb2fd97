import { encodeSegment } from '@/lib/encode-segment'

/** Builds every URL of the app; each value is encoded. */

/** Appends the query, unless it is empty. */
function withQuery(path: string, query: URLSearchParams | string): string {
  const text = query.toString().replace(/^\?/, '')
  return text === '' ? path : `${path}?${text}`
}

const accountApi = (accountId: string) => `/api/accounts/${encodeSegment(accountId)}`

const customerApi = (accountId: string, customerId: string) =>
  `${accountApi(accountId)}/customers/${encodeSegment(customerId)}`

export const routes = {
  home: () => '/',
  signIn: (callbackUrl?: string) => withQuery('/sign-in', callbackUrl ? new URLSearchParams({ callbackUrl }) : ''),
  personChanged: () => '/person-changed',
  account: (accountId: string) => `/${encodeSegment(accountId)}`,
  customers: (accountId: string, query: URLSearchParams | string = '') =>
    withQuery(`/${encodeSegment(accountId)}/customers`, query),
  customer: (accountId: string, customerId: string) =>
    `/${encodeSegment(accountId)}/customers/${encodeSegment(customerId)}`,
  find: (accountId: string) => `/${encodeSegment(accountId)}/find`,
  activity: (accountId: string, query: URLSearchParams | string = '') =>
    withQuery(`/${encodeSegment(accountId)}/activity`, query),
  sessions: (accountId: string) => `/${encodeSegment(accountId)}/sessions`,
  api: {
    activity: (accountId: string, query: URLSearchParams | string = '') =>
      withQuery(`${accountApi(accountId)}/activity`, query),
    activityExport: (accountId: string, query: URLSearchParams | string = '') =>
      withQuery(`${accountApi(accountId)}/activity-export`, query),
    customers: (accountId: string, query: URLSearchParams | string = '') =>
      withQuery(`${accountApi(accountId)}/customers`, query),
    customersTotal: (accountId: string, query: URLSearchParams | string = '') =>
      withQuery(`${accountApi(accountId)}/customers-total`, query),
    customer: (accountId: string, customerId: string, query = '') =>
      withQuery(customerApi(accountId, customerId), query),
    customersDeleted: (accountId: string, query: URLSearchParams | string = '') =>
      withQuery(`${accountApi(accountId)}/customers-deleted`, query),
    customersChanged: (accountId: string, query: URLSearchParams | string = '') =>
      withQuery(`${accountApi(accountId)}/customers-changed`, query),
    customersFormer: (accountId: string, query: URLSearchParams | string = '') =>
      withQuery(`${accountApi(accountId)}/customers-former`, query),
    customerTags: (accountId: string, customerId: string) => `${customerApi(accountId, customerId)}/tags`,
    tokens: (accountId: string, customerId: string, query = '') =>
      withQuery(`${customerApi(accountId, customerId)}/tokens`, query),
    communication: (accountId: string, customerId: string) => `${customerApi(accountId, customerId)}/communication`,
    contacts: (accountId: string, customerId: string, query = '') =>
      withQuery(`${customerApi(accountId, customerId)}/contacts`, query),
    contactFor: (accountId: string, customerId: string) => `${customerApi(accountId, customerId)}/contact-for`,
    reveals: (accountId: string, customerId: string) => `${customerApi(accountId, customerId)}/reveals`,
    identityChecks: (accountId: string, customerId: string) => `${customerApi(accountId, customerId)}/identity-checks`,
    raw: (accountId: string, customerId: string) => `${customerApi(accountId, customerId)}/raw`,
    tags: (accountId: string) => `${accountApi(accountId)}/tags`,
    settings: (accountId: string) => `${accountApi(accountId)}/settings`,
    term: (accountId: string, termId: string) => `${accountApi(accountId)}/terms/${encodeSegment(termId)}`,
    views: (accountId: string) => `${accountApi(accountId)}/views`,
    view: (accountId: string, viewId: string) => `${accountApi(accountId)}/views/${encodeSegment(viewId)}`,
    defaultView: (accountId: string) => `${accountApi(accountId)}/views/default`,
    exports: (accountId: string) => `${accountApi(accountId)}/exports`,
    export: (accountId: string, exportId: string) => `${accountApi(accountId)}/exports/${encodeSegment(exportId)}`,
    exportFile: (accountId: string, exportId: string) =>
      `${accountApi(accountId)}/exports/${encodeSegment(exportId)}/file`,
    preferences: (accountId: string) => `${accountApi(accountId)}/preferences`,
    sessionsEnd: (accountId: string) => `${accountApi(accountId)}/sessions/end`,
    auth: (action: 'csrf' | 'signout' | 'signin/oidc' | 'callback/demo') => `/api/auth/${action}`,
  },
}
