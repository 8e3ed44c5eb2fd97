import 'server-only'
import { createPrivateKey, hkdfSync } from 'node:crypto'
import { calculateJwkThumbprint, createLocalJWKSet } from 'jose'
import { z } from 'zod'
import type { AuditKey } from '@/lib/server/audit/keys'

const base64url = z.string().regex(/^[\w-]{43}$/, 'must be 43 characters of base64url')

const jwkSchema = z.strictObject({
  kty: z.literal('OKP', 'must be OKP'),
  crv: z.literal('Ed25519', 'must be Ed25519'),
  x: base64url,
  d: base64url.optional(),
})
export type CheckpointJwk = z.infer<typeof jwkSchema>

const isPair = (jwk: CheckpointJwk) => {
  const { x } = createPrivateKey({ key: pkcs8(Buffer.from(jwk.d ?? '', 'base64url')), ...der }).export({
    format: 'jwk',
  })
  return x === jwk.x
}

/** `AUDIT_CHECKPOINT_KEYS`: the private key in use, then earlier ones, of which the public part is enough. */
export const checkpointJwks = z
  .array(jwkSchema)
  .min(1, 'must hold at least one key')
  .refine(([first]) => first?.d !== undefined, 'must begin with a private key: one that has "d"')
  .refine((keys) => keys.every((jwk) => jwk.d === undefined || isPair(jwk)), 'must hold an "x" that belongs to its "d"')

const der = { format: 'der', type: 'pkcs8' } as const
/** The frame of an Ed25519 private key in DER (RFC 8410). */
const pkcs8 = (seed: Buffer) => Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed])

/** The keys of a sandbox, which are made from the secrets of its audit log. With a real upstream, the setting is required. */
export function demoCheckpointJwks(auditKeys: readonly AuditKey[]): CheckpointJwk[] {
  const seeds = auditKeys.map(({ secret }) => hkdfSync('sha256', secret, '', 'customer-desk activity checkpoints', 32))
  const privateKeys = seeds.map((seed) => createPrivateKey({ key: pkcs8(Buffer.from(seed)), ...der }))
  return checkpointJwks.parse(privateKeys.map((key) => key.export({ format: 'jwk' })))
}

export type CheckpointKeys = {
  current: { jwk: CheckpointJwk; kid: string }
  /** The public keys, from which that of a signature is chosen by its id. */
  published: ReturnType<typeof createLocalJWKSet>
}

/** Prepares the keys. The id of a key is its thumbprint (RFC 7638). Rejects where there is none. */
export async function checkpointKeys(jwks: readonly CheckpointJwk[]): Promise<CheckpointKeys> {
  const keys = await Promise.all(
    jwks.map(async ({ kty, crv, x }) => ({
      kty,
      crv,
      x,
      alg: 'Ed25519',
      kid: await calculateJwkThumbprint({ kty, crv, x }),
    })),
  )
  const [[jwk], [key]] = [jwks, keys]
  if (!jwk || !key) throw new Error('There is no checkpoint key')
  return { current: { jwk, kid: key.kid }, published: createLocalJWKSet({ keys }) }
}
