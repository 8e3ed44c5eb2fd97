import 'server-only'
import { createHmac, hkdfSync } from 'node:crypto'
import { z } from 'zod'
import { locales } from '@/lib/preferences'
import { env } from '@/lib/server/env'
import { decryptText, encryptText } from '@/lib/server/jwe'

/**
 * What an export keeps in the database, encrypted by `EXPORT_KEY` (JWE, A256GCM). Each text has a key of its own, made of what
 * it is and of which export: one that is moved to another export or page does not open.
 */

const keyOf = (use: string) =>
  Buffer.from(hkdfSync('sha256', env().exportSecret, '', `customer-desk export ${use}`, 32))

/** What is exported, and for which language and zone. */
const requestSchema = z.object({
  /** The canonical text of the query, as in a URL. */
  query: z.string(),
  columns: z.array(z.string()),
  reason: z.string(),
  locale: z.enum(locales),
  zone: z.string(),
})
export type StoredRequest = z.infer<typeof requestSchema>

/** Where the next page begins: what changes in the query. */
const placeSchema = z.union([
  z.strictObject({ starting_after: z.string(), by_word: z.string().optional() }),
  z.strictObject({ since_datetime: z.string() }),
])
export type Place = z.infer<typeof placeSchema>

const cellsSchema = z.array(z.array(z.union([z.string(), z.number(), z.null()])))
export type Cells = z.infer<typeof cellsSchema>

/** A text that was encrypted with another `EXPORT_KEY`, or altered. */
export class Unopened extends Error {}

const seal = (use: string, value: unknown) => encryptText(JSON.stringify(value), keyOf(use))

async function open<S extends z.ZodType>(use: string, sealed: string, schema: S): Promise<z.output<S>> {
  const text = await decryptText(sealed, keyOf(use))
  if (text === null) throw new Unopened()
  return schema.parse(JSON.parse(text))
}

export const sealRequest = (id: string, request: StoredRequest) => seal(`request ${id}`, request)
/** Throws `Unopened`, as the others. */
export const openRequest = (id: string, sealed: string) => open(`request ${id}`, sealed, requestSchema)

export const sealPlace = (id: string, place: Place) => seal(`place ${id}`, place)
export const openPlace = (id: string, sealed: string) => open(`place ${id}`, sealed, placeSchema)

export const sealCells = (id: string, page: number, cells: Cells) => seal(`page ${id} ${page}`, cells)
export const openCells = (id: string, page: number, sealed: string) => open(`page ${id} ${page}`, sealed, cellsSchema)

/** A keyed hash by which the same export is found again. */
export const fingerprintOf = (parts: readonly unknown[]) =>
  createHmac('sha256', keyOf('fingerprint')).update(JSON.stringify(parts)).digest('base64url')
