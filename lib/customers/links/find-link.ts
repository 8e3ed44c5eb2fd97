import { aroundRoutes } from '@/lib/api/around-routes'
import { routes } from '@/lib/api/routes'
import { type CustomerFilters, serializeCustomerSearchParams } from '@/lib/customers/filters/customer-query'
import { parseParams, type QueryProblem } from '@/lib/customers/filters/parse-customer-query'
import { single } from '@/lib/customers/filters/parsers'
import { canBeCustomerId } from '@/lib/customers/model/customer-id'
import { isPaymentCardNumber } from '@/lib/customers/model/payment-card'
import { isHidden, maxReceiptNumberLength } from '@/lib/customers/search-text/operators/operators'
import type { Vocabulary } from '@/lib/customers/search-text/vocabulary'
import type { Messages } from '@/lib/messages/messages'

/**
 * The address that a telephone, a helpdesk or a bookmark opens: `/P12345678/find?phone=+4799999999`. It names one customer by
 * one parameter, in any spelling, and leads to a list or to a record, which read what they show.
 */

type Recognisers = Pick<Vocabulary, 'recogniseEmail' | 'recognisePhone' | 'hiddenSections'>

/** A parameter: how its value is read (null for what cannot be read), what a right one is, and where it leads. */
type FindParam = {
  read: (text: string, recognisers: Recognisers) => string | null
  expected: keyof Messages['expected']
  href: (accountId: string, value: string) => string
}

/** The number in the address of a caller, as telephones pass it on: `"Ola" <sip:+4799999999@pbx.example.no>` (RFC 3261, 19.1). */
const sipUser = /\bsips?:([^@;>]*)/i

/** A `+` that was not encoded arrives as a space. */
const withPlus = (text: string) => text.replace(/^\s+(?=[1-9])/, '+')

function readPhone(text: string, { recognisePhone }: Recognisers): string | null {
  const number = sipUser.exec(text)?.[1] ?? text
  return recognisePhone(withPlus(number)) ?? recognisePhone(number)
}

/** A `+` before the `@` that was not encoded arrives as a space. */
const readEmail = (text: string, { recogniseEmail }: Recognisers) =>
  recogniseEmail(text.trim().replace(/(?<=[^\s@]) (?=[^\s@]+@)/g, '+'))

function readCustomerId(text: string): string | null {
  const id = text.trim()
  return canBeCustomerId(id) && !/\p{Cc}/u.test(id) ? id : null
}

/** The number of a receipt, as it stands on the paper. */
function readReceipt(text: string): string | null {
  const number = readCustomerId(text)
  return number === null || number.length > maxReceiptNumberLength || isPaymentCardNumber(number) ? null : number
}

/** The number of a membership card, without the spaces between its groups of digits. */
function readCard(text: string): string | null {
  const card = text.trim()
  if (/\p{Cc}/u.test(card)) return null
  return /^[\d ]+$/.test(card) ? card.replaceAll(' ', '') : card
}

/** The list of those who have a value, contacts too; where it is one customer, the list opens the record. */
const listHref = (accountId: string, filter: Partial<CustomerFilters>) =>
  routes.customers(accountId, serializeCustomerSearchParams({ type: 'any', ...filter, open: 'sole' }))

/** The parameters, in the order in which a person is told of them. */
const findParams = {
  phone: {
    read: readPhone,
    expected: 'anyPhone',
    href: (accountId, phone_number) => listHref(accountId, { phone_number }),
  },
  email: { read: readEmail, expected: 'email', href: (accountId, email) => listHref(accountId, { email }) },
  customer_id: { read: readCustomerId, expected: 'customerId', href: routes.customer },
  receipt: { read: readReceipt, expected: 'receiptNumber', href: aroundRoutes.receiptsByNumber },
  card: {
    read: readCard,
    expected: 'tokenValue',
    href: (accountId, token_value) => listHref(accountId, { token_value }),
  },
} as const satisfies Record<string, FindParam>

export type FindName = keyof typeof findParams
const findNames = Object.keys(findParams) as FindName[]
const isFindName = (name: string): name is FindName => Object.hasOwn(findParams, name)

/** Longer values are not looked at: nothing that names a customer is as long. */
const maxLength = 500

/** What telephones pass on in place of a number that the caller hides. */
const hiddenNumber =
  /^(?:(?:anonym(?:ous|t?)|blocked|hemmelig|hidden|no|privat(?:e|t)?|restricted|skjult|ukjent|unavailable|unknown|withheld)(?:[ _-]?(?:call(?:er)?|id|number|nummer))*)?$/i

const isHiddenNumber = (text: string) => hiddenNumber.test((sipUser.exec(text)?.[1] ?? text).trim())

/** The parameters of an address of our own scheme (`web+desk:phone=+4799999999`), which the browser passes on whole as `link`. */
function withoutScheme(given: URLSearchParams): URLSearchParams {
  const own = /^web\+desk:(?:\/\/)?\??(.*)$/is.exec(given.get('link') ?? '')?.[1]
  return own === undefined || given.size > 1 ? given : new URLSearchParams(own)
}

/** Without the parameters that a template has left empty, as it does where it knows no email. */
const withoutEmpty = (given: URLSearchParams) =>
  new URLSearchParams(
    [...given].filter(
      ([name, text]) => !isFindName(name) || (text.trim() !== '' && !(name === 'phone' && isHiddenNumber(text))),
    ),
  )

/** One customer whom an address names: the value as Dintero holds it, and where it leads. */
export type FindTarget = { name: FindName; value: string; href: string }

export type FindLink = {
  /** The parameters that there are in this installation. */
  known: FindName[]
  /** What can be read. The address leads there by itself where this is one, and nothing is wrong. */
  targets: FindTarget[]
  problems: QueryProblem[]
  /** The values that cannot be read, as they stand in the address. */
  unread: Partial<Record<string, string>>
  /** Whether it names nobody because the caller hides the number. */
  isHidden: boolean
}

/** Reads an address of `/find`. */
export function parseFindLink(accountId: string, given: URLSearchParams, recognisers: Recognisers): FindLink {
  const bare = withoutScheme(given)
  const params = withoutEmpty(bare)
  const known = findNames.filter((name) => !isHidden(name, recognisers))
  const parserOf = ({ read }: FindParam) =>
    single((text) => (text.length <= maxLength ? read(text, recognisers) : null))
  const { query, problems } = parseParams(
    params,
    Object.fromEntries(known.map((name) => [name, parserOf(findParams[name])])),
    Object.fromEntries(known.map((name) => [name, findParams[name].expected])),
  )
  const targets = known.flatMap((name) => {
    const value = query[name] ?? null
    return value === null ? [] : [{ name, value, href: findParams[name].href(accountId, value) }]
  })
  const unread = Object.fromEntries(problems.map(({ field }) => [field, params.get(field) ?? '']))
  return { known, targets, problems, unread, isHidden: params.size === 0 && bare.has('phone') }
}
