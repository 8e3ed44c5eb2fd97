import type { Program } from 'oxc-parser'
import { parseModule, resolveImport } from '../parse-module'
import type { SourceTree } from '../source-tree'
import { isNode, nameOf, nodesWithin, type SyntaxNode, topLevelDeclarations } from './find-declaration'

/** What a piece of code refers to. */
export type References = {
  /** Declarations of this or other files, as `file#name`; `file#*` for a whole file. */
  declarations: Set<string>
  /** Every name in the code, those of properties and elements included. */
  names: Set<string>
  /** The names of the elements that it renders. */
  elements: Set<string>
}

type Source = { file: string; name: string }

/** The import that each local name of a module stands for. The name is `*` for a namespace. */
function importedNames(tree: SourceTree, file: string, program: Program): Map<string, Source> {
  const found = new Map<string, Source>()
  for (const statement of program.body) {
    if (statement.type !== 'ImportDeclaration') continue
    const target = resolveImport(tree, file, statement.source.value)
    if (target === undefined) continue
    for (const one of statement.specifiers) {
      if (one.type === 'ImportSpecifier') found.set(one.local.name, { file: target, name: nameOf(one.imported) ?? '' })
      else found.set(one.local.name, { file: target, name: one.type === 'ImportDefaultSpecifier' ? 'default' : '*' })
    }
  }
  return found
}

/** Finds what the code of a node refers to. A constant that loads a file lazily stands for that whole file. */
export function findReferences(tree: SourceTree, file: string, node: SyntaxNode): References {
  const { program } = parseModule(file, tree[file] ?? '')
  const imported = importedNames(tree, file, program)
  const own = topLevelDeclarations(program)
  const found: References = { declarations: new Set(), names: new Set(), elements: new Set() }

  const addLazyFiles = (within: SyntaxNode) => {
    for (const one of nodesWithin(within)) {
      const source = one.type === 'ImportExpression' && isNode(one.source) ? one.source.value : undefined
      const target = typeof source === 'string' ? resolveImport(tree, file, source) : undefined
      if (target !== undefined) found.declarations.add(`${target}#*`)
    }
  }
  addLazyFiles(node)
  for (const one of nodesWithin(node)) {
    const name = nameOf(one)
    if (one.type === 'JSXOpeningElement') found.elements.add(nameOf(one.name) ?? '')
    if (name === undefined) continue
    found.names.add(name)
    const source = imported.get(name)
    if (source) found.declarations.add(`${source.file}#${source.name}`)
    const constant = own.get(name)
    if (!constant || constant === node) continue
    found.declarations.add(`${file}#${name}`)
    if (constant.type !== 'VariableDeclarator') continue
    addLazyFiles(constant)
    for (const inner of nodesWithin(constant)) found.names.add(nameOf(inner) ?? '')
  }
  return found
}
