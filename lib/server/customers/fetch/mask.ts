import 'server-only'
import { hasPermission } from '@/lib/access'
import type { Customer } from '@/lib/customers/model/customer'
import { maskCustomer, maskJson, type ShownAttributes } from '@/lib/customers/model/customer-mask'
import { maskText } from '@/lib/customers/model/masked'
import type { CustomerRecord, Token } from '@/lib/customers/model/record'
import { withRevealed } from '@/lib/customers/model/reveal'
import type { AccountAccess } from '@/lib/server/auth/account-access'
import { fetchSettings } from '@/lib/server/customers/fetch-account'

/**
 * What leaves the server for a person whose role may not see contact data. Everything personal goes through one of these
 * before it is serialised; for everyone else each gives back what it was given.
 */
export type Mask = {
  /** Whether this person sees masked values at all. */
  isMasked: boolean
  customer: (customer: Customer) => Customer
  /** A record, but for the fields that are revealed. */
  record: (record: CustomerRecord, revealed: readonly string[]) => CustomerRecord
  token: (token: Token) => Token
  json: (text: string) => string
}

const unmasked: Mask = {
  isMasked: false,
  customer: (customer) => customer,
  record: (record) => record,
  token: (token) => token,
  json: (text) => text,
}

function maskBy(shown: ShownAttributes): Mask {
  return {
    isMasked: true,
    customer: (customer) => maskCustomer(customer, shown),
    record: ({ customer, other, wrong }, revealed) => ({
      customer: withRevealed(maskCustomer(customer, shown), customer, revealed),
      other: Object.fromEntries(Object.keys(other).map((name) => [name, maskText])),
      wrong: wrong.map(({ path }) => ({ path, value: maskText })),
    }),
    token: ({ metadata: _, value, ...rest }) => ({ ...rest, ...(value !== undefined && { value: maskText }) }),
    json: (text) => maskJson(text, shown),
  }
}

const settingsMs = 300_000
/** Which attributes an account shows, kept for a while: every page of every viewer needs it, and nothing in it is personal. */
const kept = new Map<string, { shown: ShownAttributes; until: number }>()

async function shownAttributes(access: AccountAccess): Promise<ShownAttributes> {
  const known = kept.get(access.account.id)
  if (known && known.until > Date.now()) return known.shown
  try {
    const { attributes } = await fetchSettings(access)
    const shown = new Set(attributes.filter((one) => !one.private).map(({ name }) => name))
    kept.set(access.account.id, { shown, until: Date.now() + settingsMs })
    return shown
  } catch {
    // What is not known to be shown is masked.
    return new Set()
  }
}

/** The mask of this person for this account. Masking needs one call, the first time in a while, and only for who is masked. */
export async function getMask(access: AccountAccess): Promise<Mask> {
  return hasPermission(access.viewer.role, 'contact:read') ? unmasked : maskBy(await shownAttributes(access))
}
