import 'server-only'
import { createHmac, hkdfSync } from 'node:crypto'
import { z } from 'zod'
import type { AccountAccess } from '@/lib/server/auth/account-access'
import { env } from '@/lib/server/env'
import { ApiFailure } from '@/lib/server/http/api-failure'
import { decryptText, encryptText } from '@/lib/server/jwe'

/**
 * The cursors of a person who sees masked customers. A plain cursor would let them continue behind any customer, and one
 * that points behind a customer who is left out names it. So their cursors are encrypted with a
 * key of the account, the person and the query: one that was altered, borrowed or used with another query does not open.
 */

/** Where a list continues: behind the customer with this `id`; in a search by several words, among those of one part. */
const positionSchema = z.tuple([z.string(), z.number()])
export type Position = { after: string; part: number }

/** The list that a cursor belongs to, and its filters. */
export type CursorScope = { list: string; filters: Record<string, unknown> }

const isPosition = new Set(['limit', 'starting_after', 'by_word'])

function keyOf({ account, viewer }: AccountAccess, { list, filters }: CursorScope, use: 'cursor' | 'iv'): Buffer {
  const set = Object.entries(filters).filter(
    ([name, value]) => value !== null && value !== false && !isPosition.has(name),
  )
  const query = set.toSorted(([a], [b]) => (a < b ? -1 : 1))
  const info = JSON.stringify([`customer-desk ${use}`, account.id, viewer.email, list, query])
  // HKDF takes at most 1,024 bytes of info, and a query has no such bound.
  const digest = createHmac('sha256', env().sessionSecret).update(info).digest()
  return Buffer.from(hkdfSync('sha256', env().sessionSecret, '', digest, 32))
}

/**
 * Encrypts a position. The same position always gives the same text, so that a page can be fetched again without a change:
 * the initialisation vector is a MAC of the content, which two contents do not share (RFC 8452 has the reasoning).
 */
export async function sealCursor(
  access: AccountAccess,
  scope: CursorScope,
  { after, part }: Position,
): Promise<string> {
  const content = JSON.stringify([after, part])
  const iv = createHmac('sha256', keyOf(access, scope, 'iv'))
    .update(content)
    .digest()
    .subarray(0, 12)
  return encryptText(content, keyOf(access, scope, 'cursor'), iv)
}

/** Decrypts a cursor, null for none. Throws `invalid_query` for one that is not of this person, account and query. */
export async function openCursor(
  access: AccountAccess,
  scope: CursorScope,
  cursor: string | null,
): Promise<Position | null> {
  if (cursor === null) return null
  const content = await decryptText(cursor, keyOf(access, scope, 'cursor'))
  const position = content === null ? null : positionSchema.safeParse(JSON.parse(content)).data
  if (!position)
    throw new ApiFailure({
      code: 'invalid_query',
      message: 'This place in the list is not one of yours for this query; start again from the first page.',
      field: 'starting_after',
    })
  const [after, part] = position
  return { after, part }
}

/** The etag of an answer to this session: a MAC of what the person sees, which tells nothing of what is masked. */
export function maskedEtag({ viewer }: AccountAccess, seen: unknown): string {
  const key = hkdfSync('sha256', env().sessionSecret, '', `customer-desk etag ${viewer.sessionId}`, 32)
  return `"${createHmac('sha256', Buffer.from(key)).update(JSON.stringify(seen)).digest('base64url')}"`
}
