import 'server-only'

/**
 * A search with its apostrophes of the other kind: keyboards write `'`, and word processors `’`. Dintero keeps them apart.
 * Null for a search without one.
 */
export function inOtherApostrophes(search: string | null): string | null {
  if (search === null || !/['’]/.test(search)) return null
  return search.includes("'") ? search.replaceAll("'", '’') : search.replaceAll('’', "'")
}
