import 'server-only'
import { idOf, type RawCustomer } from '@/lib/server/customers/fetch/collection'
import { toApiFailure } from '@/lib/server/http/api-failure'

/**
 * The rows seen so far while iterating over the pages of a list. A page may repeat some rows of the page before
 * (`cursorAfter`). A page without any new row is a failure, because the pagination would never end.
 */
export class SeenRows {
  readonly #ids = new Set<string>()

  /**
   * Adds a page, and returns its rows that were not seen before. Throws `ApiFailure` when there are none in a non-empty
   * page.
   */
  addPage(rows: readonly RawCustomer[]): RawCustomer[] {
    const fresh = rows.filter((row) => !this.#ids.has(idOf(row) ?? ''))
    if (rows.length > 0 && fresh.length === 0) throw toApiFailure({ kind: 'invalid' })
    for (const row of fresh) {
      const id = idOf(row)
      if (id !== null) this.#ids.add(id)
    }
    return fresh
  }
}
