import 'server-only'
import { createHmac, hkdfSync } from 'node:crypto'

/** A key of the record of reads, as the configuration has it. The first is the one in use; the others still answer. */
export type AuditKey = { id: string; secret: string }

type Derived = { id: string; chain: Buffer; values: Buffer }

/** One secret, two uses, two keys (RFC 5869). */
const derive = ({ id, secret }: AuditKey): Derived => ({
  id,
  chain: Buffer.from(hkdfSync('sha256', secret, '', 'customer-desk activity chain', 32)),
  values: Buffer.from(hkdfSync('sha256', secret, '', 'customer-desk activity values', 32)),
})

export type AuditKeys = { current: Derived; all: ReadonlyMap<string, Derived> }

/** The keys of the record of reads. Throws where there is none. */
export function auditKeys(keys: readonly AuditKey[]): AuditKeys {
  const derived = keys.map(derive)
  const [current] = derived
  if (!current) throw new Error('There is no key for the record of reads')
  return { current, all: new Map(derived.map((one) => [one.id, one])) }
}

/** How much of a hash is kept: 64 bits tell values apart, and show that it is no value. */
const hexDigits = 16

const hashBy = (key: Derived, account: string, name: string, value: string) =>
  createHmac('sha256', key.values)
    .update(JSON.stringify([account, name, value.toLowerCase()]))
    .digest('hex')
    .slice(0, hexDigits)

/** What stands in the record for a value that was searched for: equal values of an account have equal hashes. */
export function valueHash(keys: AuditKeys, account: string, name: string, value: string): string {
  return hashBy(keys.current, account, name, value)
}

/** What may stand in the record for a value, by the key in use and all before it. */
export function valueHashes(keys: AuditKeys, account: string, name: string, value: string): string[] {
  return [...keys.all.values()].map((key) => hashBy(key, account, name, value))
}
