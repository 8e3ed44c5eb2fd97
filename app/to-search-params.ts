/** The query of an address, as Next hands it to a page, with every doubled parameter in it. */
export function toSearchParams(given: Record<string, string | string[] | undefined>): URLSearchParams {
  return new URLSearchParams(
    Object.entries(given).flatMap(([name, value]) => [value ?? []].flat().map((one) => [name, one])),
  )
}
