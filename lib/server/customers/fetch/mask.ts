import 'server-only'
import { hasPermission } from '@/lib/access'
import { maskCardMetadata } from '@/lib/customers/format/token'
import type { Customer } from '@/lib/customers/model/customer'
import { maskCustomer, maskJson, type ShownAttributes } from '@/lib/customers/model/customer-mask'
import { maskText } from '@/lib/customers/model/masked'
import type { CustomerRecord, Token } from '@/lib/customers/model/record'
import { withRevealed } from '@/lib/customers/model/reveal'
import type { AccountAccess } from '@/lib/server/auth/account-access'
import { knownSettings } from '@/lib/server/customers/known-settings'

/**
 * Functions that mask personal values before they are serialised for a person whose role may not see contact data. For
 * everyone else, each function returns its argument.
 */
export type Mask = {
  /** Whether this person sees masked values. */
  isMasked: boolean
  /** Whether this person sees the values of an attribute. */
  isAttributeShown: (name: string) => boolean
  customer: (customer: Customer) => Customer
  /** Masks a record, except for the revealed fields. */
  record: (record: CustomerRecord, revealed: readonly string[]) => CustomerRecord
  token: (token: Token) => Token
  json: (text: string) => string
}

/** The mask of a person who sees all values. */
export const unmasked: Mask = {
  isMasked: false,
  isAttributeShown: () => true,
  customer: (customer) => customer,
  record: (record) => record,
  token: (token) => token,
  json: (text) => text,
}

function maskBy(shown: ShownAttributes): Mask {
  return {
    isMasked: true,
    isAttributeShown: (name) => shown.has(name),
    customer: (customer) => maskCustomer(customer, shown),
    record: ({ customer, other, wrong }, revealed) => ({
      customer: withRevealed(maskCustomer(customer, shown), customer, revealed),
      other: Object.fromEntries(Object.keys(other).map((name) => [name, maskText])),
      wrong: wrong.map(({ path }) => ({ path, value: maskText })),
    }),
    token: ({ metadata, value, ...rest }) => ({
      ...rest,
      ...(value !== undefined && { value: maskText }),
      ...(metadata && { metadata: maskCardMetadata(metadata) }),
    }),
    json: (text) => maskJson(text, shown),
  }
}

async function shownAttributes(access: AccountAccess): Promise<ShownAttributes> {
  try {
    const { attributes } = await knownSettings(access)
    return new Set(attributes.filter((one) => !one.private).map(({ name }) => name))
  } catch {
    // Without the settings, every attribute is masked.
    return new Set()
  }
}

/**
 * The mask of this person for this account. For a person who sees masked values it fetches the account's settings,
 * unless they are cached.
 */
export async function getMask(access: AccountAccess): Promise<Mask> {
  return hasPermission(access.viewer.role, 'contact:read') ? unmasked : maskBy(await shownAttributes(access))
}
