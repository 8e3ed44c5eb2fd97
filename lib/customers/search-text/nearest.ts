/** How many letters must change to make `b` of `a` (Levenshtein). */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}

/** The names that are most similar to the one typed, nearest first: those that begin with it, then those that differ by the fewest letters. */
export function nearest(typed: string, names: readonly string[], most = 3): string[] {
  const target = typed.toLowerCase().slice(0, 60)
  const ranked = names.map((name) => {
    const lower = name.toLowerCase()
    return { name, rank: target !== '' && lower.startsWith(target) ? -1 : distance(target, lower.slice(0, 60)) }
  })
  return ranked
    .sort((a, b) => a.rank - b.rank)
    .slice(0, most)
    .map(({ name }) => name)
}
