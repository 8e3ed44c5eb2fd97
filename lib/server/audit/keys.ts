import 'server-only'
import { createHmac, hkdfSync } from 'node:crypto'

/** A configured audit key. The first one is in use; older ones are kept to verify and find what was written with them. */
export type AuditKey = { id: string; secret: string }

type Derived = { id: string; chain: Buffer; values: Buffer }

/** Derives a key for each of the two uses of a secret (HKDF, RFC 5869). */
const derive = ({ id, secret }: AuditKey): Derived => ({
  id,
  chain: Buffer.from(hkdfSync('sha256', secret, '', 'customer-desk activity chain', 32)),
  values: Buffer.from(hkdfSync('sha256', secret, '', 'customer-desk activity values', 32)),
})

export type AuditKeys = { current: Derived; all: ReadonlyMap<string, Derived> }

/** Derives all audit keys. Throws when there is none. */
export function auditKeys(keys: readonly AuditKey[]): AuditKeys {
  const derived = keys.map(derive)
  const [current] = derived
  if (!current) throw new Error('There is no audit key')
  return { current, all: new Map(derived.map((one) => [one.id, one])) }
}

/** 64 bits of a hash are enough to distinguish values. */
const hexDigits = 16

const hashWith = (key: Derived, account: string, name: string, value: string) =>
  createHmac('sha256', key.values)
    .update(JSON.stringify([account, name, value.toLowerCase()]))
    .digest('hex')
    .slice(0, hexDigits)

/** The hash that the audit log stores for a searched value. Equal values of an account have equal hashes. */
export function valueHash(keys: AuditKeys, account: string, name: string, value: string): string {
  return hashWith(keys.current, account, name, value)
}

/** Every hash that the audit log may hold for a value: one for the key in use and one for each older key. */
export function valueHashes(keys: AuditKeys, account: string, name: string, value: string): string[] {
  return [...keys.all.values()].map((key) => hashWith(key, account, name, value))
}
