import 'server-only'
import type { Customer } from '@/lib/customers/model/customer'
import { personName } from '@/lib/customers/model/display-name'
import { maskText } from '@/lib/customers/model/masked'
import type { Receipt } from '@/lib/customers/receipts/receipt'

/** Masks other people in what is kept about one: their rights are theirs (GDPR, article 15, paragraph 4). */

/** The properties of Dintero's that name who did something, wherever they stand. */
const peopleProperties = new Set([
  ...['created_by', 'updated_by', 'deleted_by'],
  ...['operator_id', 'operator_name', 'salesperson_id', 'salesperson_name'],
])

/** Where a customer was enrolled; any other type of source may be a person. */
const placesOfEnrolment = new Set(['store', 'pos', 'url', 'qr_code', 'app'])

const isText = (value: unknown) => typeof value === 'string' && value !== ''

function withoutEnroller(source: unknown): unknown {
  if (typeof source !== 'object' || source === null || !('value' in source)) return source
  const type = 'type' in source ? String(source.type).trim().toLowerCase() : ''
  return placesOfEnrolment.has(type) || !isText(source.value) ? source : { ...source, value: maskText }
}

/** A copy of a value in which who did something is masked, down to the last property. */
export function withoutOthers<T>(value: T): T
export function withoutOthers(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((one) => withoutOthers(one))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => {
      if (peopleProperties.has(name)) return [name, isText(one) ? maskText : one]
      return [name, withoutOthers(name === 'enrolled_by' ? withoutEnroller(one) : one)]
    }),
  )
}

const lettersOf = (text: string | undefined) => text?.normalize('NFC').trim().toLowerCase() ?? ''

/** Whether a receipt was delivered to the customer: by name, email or phone, or without a name at all. */
function isDeliveredTo({ first_name, last_name, email, phone_number }: NonNullable<Receipt['delivery']>, to: Customer) {
  const name = lettersOf(personName({ ...to, first_name, last_name }))
  const isSame = (given: string | undefined, own: string | undefined) =>
    lettersOf(given) !== '' && lettersOf(given) === lettersOf(own)
  if (name === '' && !email && !phone_number) return true
  return name === lettersOf(personName(to)) || isSame(email, to.email) || isSame(phone_number, to.phone_number)
}

/** A receipt without who sold it, and without whom it was delivered to where that is somebody else. */
export function receiptWithoutOthers({ delivery, ...receipt }: Receipt, customer: Customer): Receipt {
  const seen = withoutOthers(receipt)
  if (!delivery) return seen
  if (isDeliveredTo(delivery, customer)) return { ...seen, delivery }
  const masked = Object.entries(delivery).map(([name, one]) => [name, name === 'address' ? undefined : one && maskText])
  return { ...seen, delivery: Object.fromEntries(masked.filter(([, one]) => one !== undefined)) }
}
