import type { SourceTree } from '../source-tree'
import { type VerifiedHop, verifyWalk, type Walk } from './verify-walk'

const start = '<!-- Written by `npm run walks`. -->'
const end = '<!-- End of the walks. -->'

/**
 * The page with its drawn walks replaced by those of the sources. Throws if a walk is not in the sources or too long, or
 * if the page lacks the comments between which the walks stand.
 */
export function replaceWalks(page: string, tree: SourceTree, walks: readonly Walk[]): string {
  const [from, to] = [page.indexOf(start), page.indexOf(end)]
  if (from === -1 || to < from) throw new Error(`the page has no lines ${start} and ${end}`)
  const drawn = walks.map((walk) => drawWalk(walk, verifyWalk(tree, walk))).join('\n\n')
  return `${page.slice(0, from)}${start}\n\n${drawn}\n\n${page.slice(to)}`
}

function drawWalk({ title, maxHops }: Walk, hops: VerifiedHop[]): string {
  const lines = hops.map(({ file, name, does, link }, at) => {
    const place = `${at + 1}. \`${name === 'default' ? 'default export' : name}\` in \`${file}\``
    return `${place}${link && ` (${link})`}: ${does}.`
  })
  return `**${title}** (${hops.length} hops, at most ${maxHops}):\n\n${lines.join('\n')}`
}
