import { everyone, type Row } from '../sandbox'

/** The structural traits of a customer: each nested property with the shape of its value. */
function traitsOf(value: unknown, path = ''): string[] {
  if (Array.isArray(value)) return [`${path}#${value.length}`, ...value.flatMap((one) => traitsOf(one, `${path}[]`))]
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([name, one]) => traitsOf(one, `${path}.${name}`))
  if (typeof value !== 'string') return [`${path}:${value === null ? 'null' : typeof value}`]
  const kinds = value
    .replace(/[a-z]+/gi, 'a')
    .replace(/[æøå]+/gi, 'a')
    .replace(/\d+/g, '0')
  return [`${path}=${kinds.slice(0, 40)}`, `${path}~${Math.ceil(Math.log2(value.length + 1))}`]
}

/** The customers of the sandbox with the rarest traits, by the sum of the information of each trait in bits. */
export async function strangest(count: number): Promise<Row[]> {
  const all = await everyone()
  const traits = all.map((row) => [...new Set(traitsOf(row))])
  const shares = new Map<string, number>()
  for (const trait of traits.flat()) shares.set(trait, (shares.get(trait) ?? 0) + 1)
  const bits = (own: string[]) => own.reduce((sum, trait) => sum - Math.log2((shares.get(trait) ?? 1) / all.length), 0)
  const scored = all.map((row, at) => ({ row, strangeness: bits(traits[at] ?? []) }))
  return scored
    .toSorted((a, b) => b.strangeness - a.strangeness)
    .slice(0, count)
    .map(({ row }) => row)
}
