import { badParameter } from '../http/api-error'

type Listed = { id: string; created_at: string; deleted_at?: string }

/** The order of a list for which Dintero publishes none: newest first, as in the collection. */
export const newestFirst = (a: Listed, b: Listed): number =>
  b.created_at.localeCompare(a.created_at) || b.id.localeCompare(a.id)

/**
 * A page of a list in memory, ten long unless `limit` says otherwise. The cursor is an id, as in the collection; 400 for one
 * that is not in the list. Rows that are not included still hold their place as cursor.
 */
export function pageOf<T extends Listed>(
  all: readonly T[],
  { limit = 10, starting_after }: { limit?: number; starting_after?: string },
  isIncluded: (row: T) => boolean,
): T[] {
  const cursor = all.findIndex(({ id }) => id === starting_after)
  if (starting_after !== undefined && cursor === -1) throw badParameter('starting_after', 'is the id of nothing here')
  return all
    .slice(cursor + 1)
    .filter(isIncluded)
    .slice(0, limit)
}
