/** The page flag that names the account, where it reports changes of its customers. */
export const changesFlag = 'desk-changes'

/**
 * By what the stream of changes names a customer: a hash that a browser compares with those of the customers that it shows. It
 * tells nothing of any other. Null where there is no Web Crypto: a page that is neither https nor on this machine.
 */
export async function changeKey(accountId: string, customerId: string): Promise<string | null> {
  const { subtle } = globalThis.crypto
  if (!subtle) return null
  const hash = await subtle.digest('SHA-256', new TextEncoder().encode(JSON.stringify([accountId, customerId])))
  return [...new Uint8Array(hash).slice(0, 16)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
