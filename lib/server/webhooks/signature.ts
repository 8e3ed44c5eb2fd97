import 'server-only'
import { createHmac, timingSafeEqual } from 'node:crypto'

const hmacSha1 = (secret: string, body: Uint8Array) => createHmac('sha1', secret).update(body).digest()

/**
 * Whether a body is signed with one of the secrets: hexadecimal HMAC-SHA1 of the bytes as they came (contract, "Webhooks").
 * Each secret is tried, and each comparison takes the same time, whatever the signature is.
 */
export function isSigned(body: Uint8Array, signature: string, secrets: readonly string[]): boolean {
  const given = Buffer.from(/^[0-9a-f]{40}$/i.test(signature) ? signature : '0'.repeat(40), 'hex')
  return secrets.map((secret) => timingSafeEqual(hmacSha1(secret, body), given)).some(Boolean)
}
