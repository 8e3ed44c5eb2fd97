import type { Program } from 'oxc-parser'

/** A node of the syntax tree, of whatever type. */
export type SyntaxNode = { type: string; [property: string]: unknown }

export function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'
}

/** A node and all nodes within it, outermost first. */
export function* nodesWithin(node: SyntaxNode): Generator<SyntaxNode> {
  yield node
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) yield* nodesWithin(child)
  }
}

/** The name of an identifier, of JSX too; `undefined` for another node. */
export function nameOf(node: unknown): string | undefined {
  if (!isNode(node) || (node.type !== 'Identifier' && node.type !== 'JSXIdentifier')) return undefined
  return typeof node.name === 'string' ? node.name : undefined
}

/** The declarations at the top level of a module, by name. A default export is there under `default` too. */
export function topLevelDeclarations(program: Program): Map<string, SyntaxNode> {
  const found = new Map<string, SyntaxNode>()
  for (const statement of program.body as unknown as SyntaxNode[]) {
    const isExport = statement.type === 'ExportNamedDeclaration' || statement.type === 'ExportDefaultDeclaration'
    const declaration = isExport ? statement.declaration : statement
    if (!isNode(declaration)) continue
    if (statement.type === 'ExportDefaultDeclaration') found.set('default', declaration)
    for (const one of Array.isArray(declaration.declarations) ? declaration.declarations : [declaration]) {
      const name = isNode(one) ? nameOf(one.id) : undefined
      if (name !== undefined) found.set(name, one)
    }
  }
  return found
}

const declaring = new Set(['FunctionDeclaration', 'VariableDeclarator', 'Property', 'MethodDefinition'])

/**
 * Finds what a dotted name declares: `SearchBox`, `default`, or `customerQueries.page` for a function or property that
 * is declared within another declaration.
 */
export function findDeclaration(program: Program, name: string): SyntaxNode | undefined {
  const [root = '', ...inner] = name.split('.')
  let found = topLevelDeclarations(program).get(root)
  for (const part of inner) {
    if (!found) return undefined
    const outer = found
    found = undefined
    for (const node of nodesWithin(outer)) {
      if (node === outer || !declaring.has(node.type) || nameOf(node.id ?? node.key) !== part) continue
      found = node
      break
    }
  }
  return found
}
