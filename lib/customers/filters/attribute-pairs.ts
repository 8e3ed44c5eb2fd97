/** One attribute of a query: with a value, or with any. */
export type AttributePair = { name: string; value: string | null }

type Attributes = { attributes_keys: string[] | null; attributes_values: string[] | null }

/** The attributes of a query, each with the value at its position (contract). */
export function toPairs({ attributes_keys, attributes_values }: Partial<Attributes>): AttributePair[] {
  return (attributes_keys ?? []).map((name, at) => ({ name, value: attributes_values?.[at] ?? null }))
}

/** The attributes as Dintero takes them: those with a value first, since values go by position. */
export function fromPairs(pairs: readonly AttributePair[]): Attributes {
  const sorted = [...pairs.filter(({ value }) => value !== null), ...pairs.filter(({ value }) => value === null)]
  const values = sorted.flatMap(({ value }) => value ?? [])
  return {
    attributes_keys: sorted.length === 0 ? null : sorted.map(({ name }) => name),
    attributes_values: values.length === 0 ? null : values,
  }
}
