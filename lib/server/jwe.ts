import 'server-only'
import { CompactEncrypt, compactDecrypt } from 'jose'

/** Texts that leave the server or rest in the database without being read there (RFC 7516: JWE, `dir` with `A256GCM`). */

const header = { alg: 'dir', enc: 'A256GCM' } as const

/** Encrypts a text with a key of 32 bytes. An `iv` of 12 bytes must belong to this text and key alone; without one it is random. */
export async function encryptText(text: string, key: Buffer, iv?: Buffer): Promise<string> {
  const encryption = new CompactEncrypt(Buffer.from(text)).setProtectedHeader(header)
  return (iv ? encryption.setInitializationVector(iv) : encryption).encrypt(key)
}

/** Decrypts a text, or returns null for one that was altered or encrypted with another key. */
export async function decryptText(encrypted: string, key: Buffer): Promise<string | null> {
  const options = { keyManagementAlgorithms: [header.alg], contentEncryptionAlgorithms: [header.enc] }
  return compactDecrypt(encrypted, key, options).then(
    ({ plaintext }) => Buffer.from(plaintext).toString(),
    () => null,
  )
}
