import { codeOf, type SourceTree } from './source-tree'

const sameLines = 6

/** The places where files of the customers list and of the activity list have six lines in common. Imports do not count. */
export function findDuplicates(tree: SourceTree): string[] {
  const blocks = new Map<string, string>()
  for (const [path, block] of blocksOf(tree, /^(app|components|lib)\/(.+\/)?customers?[/-]/)) blocks.set(block, path)
  const pairs = new Set<string>()
  for (const [path, block] of blocksOf(tree, /^(app|components|lib)\/(.+\/)?activity[/-]/)) {
    const other = blocks.get(block)
    if (other !== undefined && other !== path) pairs.add(`${path} repeats lines of ${other}`)
  }
  return [...pairs]
}

function* blocksOf(tree: SourceTree, pattern: RegExp): Generator<[path: string, block: string]> {
  for (const [path, source] of codeOf(tree)) {
    if (!pattern.test(path)) continue
    const lines = source
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '' && !line.startsWith('import '))
    for (let at = 0; at + sameLines <= lines.length; at++) yield [path, lines.slice(at, at + sameLines).join('\n')]
  }
}
