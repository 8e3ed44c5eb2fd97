import { consentRank, consentText } from '@/lib/customers/columns/consent-values'
import { channelName } from '@/lib/customers/format/channel-name'
import { valueWord } from '@/lib/customers/format/value-word'
import type { Customer } from '@/lib/customers/model/customer'
import { displayName, isTombstone } from '@/lib/customers/model/display-name'
import type { Messages } from '@/lib/messages/messages'

/** What a text of a customer is written with. */
export type CellWords = { t: Messages; zone: string; formatPhone: (e164: string) => string }

/** The name of a text of the catalogue that heads a column. */
export type ColumnHeading = Exclude<keyof Messages['table'], 'contactOf' | 'ofType' | 'answers' | 'densities'>

/** A column of the product, without its cell on the screen, which is in `customer-columns.tsx`. */
export type ProductColumn = {
  heading: ColumnHeading
  /** What it holds of a customer: what a file has, and by what it is sorted. */
  value: (customer: Customer, t: Messages) => string | undefined
  /** Whether the value is an instant, which is written in the zone of the reader. */
  isInstant?: true
  /** What a file has instead of the value. */
  fileText?: (customer: Customer, words: CellWords) => string | undefined
  /** By what it is sorted instead of the value. */
  rank?: (customer: Customer) => number | undefined
  /** Whether it is masked for who lacks `contact:read`, as `customer-mask.ts` masks its value. */
  isMasked?: true
}

const consentChannels = ['sms', 'email'] as const

/** The columns of the product by their ids, in its order. */
const byId = {
  name: {
    heading: 'name',
    value: displayName,
    fileText: (customer, { t }) => (isTombstone(customer) ? t.table.deletedCustomer : displayName(customer)),
  },
  customer_id: { heading: 'customerId', value: ({ customer_id }) => customer_id },
  type: { heading: 'type', value: ({ type }, t) => t.types[type] },
  email: { heading: 'email', value: ({ email }) => email, isMasked: true },
  phone: {
    heading: 'phone',
    value: ({ phone_number }) => phone_number,
    fileText: ({ phone_number }, { formatPhone }) => phone_number && formatPhone(phone_number),
    isMasked: true,
  },
  status: { heading: 'status', value: ({ status }, t) => valueWord('status', status, t) },
  store: { heading: 'store', value: ({ favorite_store }) => favorite_store },
  consent: {
    heading: 'consent',
    value: (customer, t) =>
      isTombstone(customer)
        ? undefined
        : consentChannels
            .map((channel) => `${channelName(channel, t)}: ${consentText(customer, channel, t)}`)
            .join(', '),
    rank: (customer) => {
      const [sms, email] = consentChannels.map((channel) => consentRank(customer, channel))
      return sms === undefined || email === undefined ? undefined : sms * 3 + email
    },
  },
  place: { heading: 'place', value: ({ addresses }) => addresses?.[0]?.postal_place },
  created: { heading: 'created', value: ({ created_at }) => created_at, isInstant: true },
  updated: { heading: 'updated', value: ({ updated_at }) => updated_at, isInstant: true },
  deleted: { heading: 'deleted', value: ({ deleted_at }) => deleted_at, isInstant: true },
} satisfies Record<string, ProductColumn>

/** The ids of the columns of the product, in its order. */
export const productColumns: readonly string[] = Object.keys(byId)

/** The column of the product that has an id; undefined for another id. */
export const productColumn = (id: string): ProductColumn | undefined =>
  Object.hasOwn(byId, id) ? byId[id as keyof typeof byId] : undefined
