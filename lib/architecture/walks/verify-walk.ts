import { parseModule } from '../parse-module'
import type { SourceTree } from '../source-tree'
import { findDeclaration } from './find-declaration'
import { findReferences, type References } from './find-references'

/** One step of a walk: a function or a component in a file, and what it does there. */
export type Hop = {
  file: string
  /** `SearchBox`, `default`, or `customerQueries.page` for a function within another declaration. */
  name: string
  does: string
  /** The name of the earlier hop that leads here, if it is not the one before. */
  after?: string
}

/** The path of one request through the code. */
export type Walk = { title: string; maxHops: number; hops: Hop[] }

/** A hop with the way in which the hop before leads to it. */
export type VerifiedHop = Hop & { link: string }

/**
 * Checks a walk against the sources. Each function must exist, and the hop before must call or render it, or the other
 * way round: a component that calls a hook gets what the hook returns. Throws a sentence that names the first hop that
 * is wrong, and one for a walk that is too long.
 */
export function verifyWalk(tree: SourceTree, { title, maxHops, hops }: Walk): VerifiedHop[] {
  if (hops.length > maxHops) throw new Error(`${title}: ${hops.length} hops, and at most ${maxHops} are allowed`)
  const references = hops.map((hop) => referencesOfHop(tree, title, hop))
  return hops.map((hop, at) => {
    if (at === 0) return { ...hop, link: '' }
    const from = hop.after === undefined ? at - 1 : hops.slice(0, at).findIndex(({ name }) => name === hop.after)
    const [earlier, theirs, ours] = [hops[from], references[from], references[at]]
    const link = earlier && theirs && ours && linkBetween(earlier, theirs, hop, ours)
    if (!link) throw new Error(`${title}: ${earlier?.name ?? hop.after} and ${hop.name} do not call each other`)
    return { ...hop, link }
  })
}

function referencesOfHop(tree: SourceTree, title: string, { file, name }: Hop): References {
  const source = tree[file]
  if (source === undefined) throw new Error(`${title}: there is no file ${file}`)
  const declaration = findDeclaration(parseModule(file, source).program, name)
  if (!declaration) throw new Error(`${title}: ${file} declares no ${name}`)
  return findReferences(tree, file, declaration)
}

function linkBetween(earlier: Hop, theirs: References, hop: Hop, ours: References): string | undefined {
  if (refersTo(earlier, theirs, hop)) {
    return theirs.elements.has(hop.name) ? `rendered by \`${earlier.name}\`` : `called by \`${earlier.name}\``
  }
  if (refersTo(hop, ours, earlier)) {
    return ours.elements.has(earlier.name) ? `renders \`${earlier.name}\`` : `calls \`${earlier.name}\``
  }
  return undefined
}

/** Whether the code of one hop refers to another hop. */
function refersTo(one: Hop, { declarations, names }: References, other: Hop): boolean {
  const [root = '', ...inner] = other.name.split('.')
  if (!inner.every((part) => names.has(part))) return false
  if (one.file === other.file && one.name.split('.')[0] === root) return inner.length > 0
  return declarations.has(`${other.file}#${root}`) || (declarations.has(`${other.file}#*`) && names.has(root))
}
