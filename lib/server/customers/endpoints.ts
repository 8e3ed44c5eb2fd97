import 'server-only'
import type { ResourceRequest } from '@/lib/server/upstream/client'

/** Dintero's endpoints for customers and what is kept by their ids, below `/accounts/{aid}`. Each API has a scope of its own. */

type Endpoint = Pick<ResourceRequest, 'endpoint' | 'scope' | 'path'>

const scope = 'read:customers'
const users = ['customers', 'users']

/** The collection of customers. */
export const listEndpoint: Endpoint = { endpoint: 'list', scope, path: users }

/** The collection, queried for the number of customers. Metrics count it separately. */
export const totalEndpoint: Endpoint = { endpoint: 'total', scope, path: users }

/** One customer. */
export const recordEndpoint = (customerId: string): Endpoint => ({
  endpoint: 'record',
  scope,
  path: [...users, customerId],
})

/** One section of one customer. */
export const recordSectionEndpoint = (customerId: string, section: 'tags' | 'tokens' | 'communication'): Endpoint => ({
  endpoint: 'record part',
  scope,
  path: [...users, customerId, section],
})

/** Terms by their id: the list of them is paged and leaves deleted ones out (contract). */
export const termEndpoint = (termId: string): Endpoint => ({
  endpoint: 'account',
  scope,
  path: ['customers', 'terms', termId],
})

/** A resource of the whole account. */
export const accountEndpoint = (resource: 'settings' | 'tags'): Endpoint => ({
  endpoint: 'account',
  scope,
  path: ['customers', resource],
})

/** The departments of an organization number. */
export const departmentsEndpoint: Endpoint = {
  endpoint: 'departments',
  scope,
  path: ['customers', 'company', 'departments'],
}

const receiptsScope = 'read:receipts'
const receiptsOfCustomer = (customerId: string) => ['receipts', 'customers', customerId]

/** What a customer has bought. */
export const receiptsEndpoint = (customerId: string): Endpoint => ({
  endpoint: 'receipts',
  scope: receiptsScope,
  path: receiptsOfCustomer(customerId),
})

/** One receipt of a customer. */
export const receiptEndpoint = (customerId: string, receiptId: string): Endpoint => ({
  endpoint: 'receipts',
  scope: receiptsScope,
  path: [...receiptsOfCustomer(customerId), receiptId],
})

/** The receipts of all customers, queried by the number of the till. */
export const foundReceiptsEndpoint: Endpoint = {
  endpoint: 'receipts',
  scope: receiptsScope,
  path: ['receipts', 'search'],
}

const walletsScope = 'read:wallets'

/** The gift cards and credit notes of a customer. */
export const cardsEndpoint = (customerId: string): Endpoint => ({
  endpoint: 'cards',
  scope: walletsScope,
  path: ['wallets', 'customers', customerId, 'cards'],
})

/** One card of a customer, by its `card_id`. */
export const cardEndpoint = (customerId: string, cardId: string): Endpoint => ({
  endpoint: 'cards',
  scope: walletsScope,
  path: ['wallets', 'customers', customerId, 'cards', cardId],
})

/** The movements of a card, whoever owns it. */
export const movementsEndpoint = (cardId: string): Endpoint => ({
  endpoint: 'cards',
  scope: walletsScope,
  path: ['wallets', 'cards', cardId, 'transactions'],
})

/** What a customer can use now. */
export const rulesEndpoint = (customerId: string): Endpoint => ({
  endpoint: 'rules',
  scope: 'read:discounts',
  path: ['discounts', 'customers', customerId, 'rules'],
})

/** What was claimed; its parameter `customer_id` names the customer. */
export const claimsEndpoint: Endpoint = {
  endpoint: 'claims',
  scope: 'read:discounts',
  path: ['discounts', 'available_for_receipt', 'claims'],
}
