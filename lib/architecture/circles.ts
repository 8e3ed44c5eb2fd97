import { parseModule, resolveImport } from './parse-module'
import { codeOf, isCode, type SourceTree } from './source-tree'

/** The circles of the import graph. Each is listed once, as a path that returns to its start. */
export function findCircles(tree: SourceTree): string[] {
  const visited = new Set<string>()
  const circles: string[] = []
  const visit = (path: string, importers: string[]) => {
    if (importers.includes(path)) circles.push([...importers.slice(importers.indexOf(path)), path].join(' → '))
    if (visited.has(path) || importers.includes(path)) return
    for (const name of parseModule(path, tree[path] ?? '').imports) {
      const target = resolveImport(tree, path, name)
      if (target !== undefined && target in tree && isCode(target)) visit(target, [...importers, path])
    }
    visited.add(path)
  }
  for (const [path] of codeOf(tree)) visit(path, [])
  return circles
}
