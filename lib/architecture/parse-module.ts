import { posix } from 'node:path'
import { type Program, parseSync, Visitor } from 'oxc-parser'
import type { SourceTree } from './source-tree'

export type ParsedModule = {
  program: Program
  /** The module names that the source imports, re-exports, requires or loads lazily. Type imports are included. */
  imports: string[]
  /** The source with every comment replaced by spaces. */
  withoutComments: string
}

const parsed = new Map<string, ParsedModule>()

/** Parses a TypeScript source; throws if it is not valid. The result is cached, since every rule needs it. */
export function parseModule(path: string, source: string): ParsedModule {
  const key = `${path}\n${source}`
  const known = parsed.get(key)
  if (known) return known
  const { program, comments, errors } = parseSync(path, source)
  if (errors[0]) throw new Error(`${path}: ${errors[0].message}`)
  let withoutComments = source
  for (const { start, end } of comments) {
    withoutComments = withoutComments.slice(0, start) + ' '.repeat(end - start) + withoutComments.slice(end)
  }
  const result = { program, imports: importsOf(program), withoutComments }
  parsed.set(key, result)
  return result
}

function importsOf(program: Program): string[] {
  const names = new Set<string>()
  const add = (node: unknown) => {
    const name = literalText(node)
    if (name !== undefined) names.add(name)
  }
  new Visitor({
    ImportDeclaration: ({ source }) => add(source),
    ExportNamedDeclaration: ({ source }) => add(source),
    ExportAllDeclaration: ({ source }) => add(source),
    ImportExpression: ({ source }) => add(source),
    TSImportType: ({ source }) => add(source),
    CallExpression({ callee, arguments: [first] }) {
      if (callee.type === 'Identifier' && callee.name === 'require') add(first)
    },
  }).visit(program)
  return [...names]
}

/** The text of a string literal or of a template without expressions. */
function literalText(node: unknown): string | undefined {
  if (typeof node !== 'object' || node === null) return undefined
  if ('value' in node && typeof node.value === 'string') return node.value
  if (!('quasis' in node) || !Array.isArray(node.quasis) || node.quasis.length !== 1) return undefined
  return node.quasis[0]?.value?.cooked
}

/** The file that an import names, or the bare path if there is no such file; `undefined` for a package. */
export function resolveImport(tree: SourceTree, from: string, name: string): string | undefined {
  if (!/^(\.|@\/)/.test(name)) return undefined
  const base = name.startsWith('@/') ? posix.normalize(name.slice(2)) : posix.join(posix.dirname(from), name)
  return ['', '.ts', '.tsx', '/index.ts'].map((end) => base + end).find((path) => path in tree) ?? base
}
