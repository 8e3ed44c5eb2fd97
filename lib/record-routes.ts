import { accountApi, customerApi, withQuery } from '@/lib/routes'

/** The addresses of what an open record asks for, each value encoded on its own: apart, since the list does without them. */
export const recordRoutes = {
  tags: (accountId: string, customerId: string) => `${customerApi(accountId, customerId)}/tags`,
  tokens: (accountId: string, customerId: string, query = '') =>
    withQuery(`${customerApi(accountId, customerId)}/tokens`, query),
  communication: (accountId: string, customerId: string) => `${customerApi(accountId, customerId)}/communication`,
  contacts: (accountId: string, customerId: string, query = '') =>
    withQuery(`${customerApi(accountId, customerId)}/contacts`, query),
  contactFor: (accountId: string, customerId: string) => `${customerApi(accountId, customerId)}/contact-for`,
  reveals: (accountId: string, customerId: string) => `${customerApi(accountId, customerId)}/reveals`,
  raw: (accountId: string, customerId: string) => `${customerApi(accountId, customerId)}/raw`,
  terms: (accountId: string) => `${accountApi(accountId)}/terms`,
}
