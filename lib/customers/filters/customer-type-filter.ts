import type { CustomerType } from '@/lib/customers/model/customer'

/** What `type` takes (contract): a type, or `any`, which brings contacts in as well. */
export const customerTypeFilters = [
  'customer',
  'company',
  'contact',
  'employee',
  'other',
  'any',
] as const satisfies readonly (CustomerType | 'any')[]
export type CustomerTypeFilter = (typeof customerTypeFilters)[number]
