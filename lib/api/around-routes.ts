import { routes } from '@/lib/api/routes'
import { encodeSegment } from '@/lib/encode-segment'

const receipts = (accountId: string, customerId: string, query = '') =>
  `${routes.api.customer(accountId, customerId)}/receipts${query}`

const cards = (accountId: string, customerId: string, query = '') =>
  `${routes.api.customer(accountId, customerId)}/cards${query}`

const card = (accountId: string, customerId: string, cardId: string) =>
  `${cards(accountId, customerId)}/${encodeSegment(cardId)}`

/**
 * Builds the URLs of what other APIs of Dintero's keep by a `customer_id`; each value is encoded. The list of customers needs
 * none of them, so they stand apart from `routes.ts`.
 */
export const aroundRoutes = {
  changesStream: (accountId: string) => `/api/accounts/${encodeSegment(accountId)}/changes-stream`,
  /** The page that leads from the number of a receipt to its customer. */
  receiptsByNumber: (accountId: string, number: string) =>
    `${routes.account(accountId)}/receipts/${encodeSegment(number)}`,
  /** The page of a record, with one receipt above its other purchases. */
  customerWithReceipt: (accountId: string, customerId: string, receiptId: string) =>
    `${routes.customer(accountId, customerId)}?${new URLSearchParams({ section: 'purchases', receipt: receiptId })}`,
  /** `query` is a serialised one with its question mark, or empty; so are the others. */
  changes: (accountId: string, customerId: string, query = '') =>
    `${routes.api.customer(accountId, customerId)}/changes${query}`,
  /** Everything that is kept about a customer, as a file. */
  dossier: (accountId: string, customerId: string) => `${routes.api.customer(accountId, customerId)}/dossier`,
  departments: (accountId: string, customerId: string, query: string) =>
    `${routes.api.customer(accountId, customerId)}/departments${query}`,
  receipts,
  receipt: (accountId: string, customerId: string, receiptId: string) =>
    `${receipts(accountId, customerId)}/${encodeSegment(receiptId)}`,
  cards,
  card,
  movements: (accountId: string, customerId: string, cardId: string) =>
    `${card(accountId, customerId, cardId)}/movements`,
  rules: (accountId: string, customerId: string, query = '') =>
    `${routes.api.customer(accountId, customerId)}/rules${query}`,
}
