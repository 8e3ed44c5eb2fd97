import { client, clientWithoutScope } from '../seed/seed'

/** The scopes that the endpoints need. */
export type Scope = 'read:customers' | 'read:receipts' | 'read:wallets' | 'read:discounts'

const scopes = (...all: Scope[]) => all.join(' ')

/** The clients of every account. Their ids begin with `sandbox-`, by which the app knows them. */
export const clients = [
  { ...client, scope: scopes('read:customers', 'read:receipts', 'read:wallets', 'read:discounts') },
  { id: 'sandbox-customers', secret: client.secret, scope: scopes('read:customers') },
  { id: 'sandbox-receipts', secret: client.secret, scope: scopes('read:receipts') },
  { id: 'sandbox-wallets', secret: client.secret, scope: scopes('read:customers', 'read:wallets') },
  { id: 'sandbox-discounts', secret: client.secret, scope: scopes('read:customers', 'read:discounts') },
  { ...clientWithoutScope, scope: '' },
] as const
