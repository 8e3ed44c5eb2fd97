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

/** The files of `lib/server/customers` that the rest of the server may import. What they return is in the audit log. */
const auditedReaders = /^lib\/server\/customers\/(reads|read-account|reveals|written-phones)\.ts$/

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
    'readers of customers that write no audit event are imported by lib/server/customers and benchmarks alone',
    ({ path, target = '' }) =>
      roomOf(target) === 'lib/server/customers' &&
      !['lib/server/customers', 'lib/commands'].includes(roomOf(path) ?? '') &&
      !auditedReaders.test(target),
  ),
  importRule('every import leads to a file', ({ target }, tree) => target !== undefined && !(target in tree)),
]
