import 'server-only'
import { idOf, type RawCustomer } from '@/lib/server/customers/fetch/collection'
import { toApiFailure } from '@/lib/server/http/api-failure'

/**
 * The pages of one walk through a list. A page may repeat some of the one before (`cursorAfter`); one that brings nothing
 * new does not move on, whatever its cursor says, and such a walk would never end.
 */
export class Pagination {
  readonly #seen = new Set<string>()

  /** What is new of a page. Throws `ApiFailure`. */
  take(rows: readonly RawCustomer[]): RawCustomer[] {
    const fresh = rows.filter((row) => !this.#seen.has(idOf(row) ?? ''))
    if (rows.length > 0 && fresh.length === 0) throw toApiFailure({ kind: 'invalid' })
    for (const row of fresh) {
      const id = idOf(row)
      if (id !== null) this.#seen.add(id)
    }
    return fresh
  }
}
