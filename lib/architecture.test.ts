import { readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it, test } from 'vitest'

/** The rules of CONTRIBUTING.md about who may import whom, executed on the sources as they stand. */

/** Path from the root → source. Fabricated trees show below that each rule turns red. */
type Tree = Record<string, string>
type Rule = { rule: string; offences: (tree: Tree) => string[] }

/** The first pattern that fits is the room of a file. */
const rooms = [
  ['test', /\.test\.tsx?$/],
  ['app/api', /^app\/api\//],
  ['app', /^app\//],
  ['components/ui', /^components\/ui\//],
  ['components/list', /^components\/list\//],
  ['components/<feature>', /^components\/[^/]+\//],
  ['lib/server', /^lib\/server\//],
  ['lib/commands', /^lib\/commands\//],
  ['lib/sandbox', /^lib\/sandbox\//],
  ['lib for ui', /^lib\/(time\.ts|session-storage\.ts|messages\/)/],
  ['lib', /^lib\//],
  ['e2e', /^e2e\//],
  ['entry', /^(proxy|instrumentation)\.ts$/],
  ['configuration', /^[^/]+\.config\.(ts|mjs)$/],
] as const
type Room = (typeof rooms)[number][0]

const roomOf = (path: string): Room | undefined => rooms.find(([, pattern]) => pattern.test(path))?.[0]
const shared = ['lib', 'lib for ui'] as const
const allOfLib = [...shared, 'lib/server', 'lib/commands', 'lib/sandbox'] as const
const node = /^(node:|server-only$)/
const frameworks = /^(node:|server-only$|(react|react-dom|next|next-auth)(\/|$))/

/** The import table: what a room may import of this repository, and which packages it may not. */
const table: { from: Room; may: readonly Room[]; never?: RegExp }[] = [
  { from: 'app', may: ['app', 'components/ui', 'components/<feature>', 'components/list', ...shared, 'lib/server'] },
  { from: 'app/api', may: ['app/api', ...shared, 'lib/server'], never: /^react(-dom)?(\/|$)/ },
  {
    from: 'components/<feature>',
    may: ['components/<feature>', 'components/list', 'components/ui', ...shared],
    never: node,
  },
  { from: 'components/list', may: ['components/list', 'components/ui', ...shared], never: node },
  { from: 'components/ui', may: ['components/ui', 'lib for ui'], never: node },
  { from: 'lib', may: shared, never: frameworks },
  { from: 'lib for ui', may: shared, never: frameworks },
  { from: 'lib/server', may: [...shared, 'lib/server'] },
  { from: 'lib/commands', may: allOfLib },
  { from: 'lib/sandbox', may: ['lib/sandbox'], never: /^(server-only|react|react-dom|next|next-auth)(\/|$)/ },
  { from: 'entry', may: [...shared, 'lib/server'] },
  { from: 'e2e', may: ['e2e', ...shared, 'lib/sandbox'] },
  { from: 'configuration', may: [] },
]

const isCode = (path: string) => /\.(tsx?|mjs)$/.test(path)
const code = (tree: Tree) => Object.entries(tree).filter(([path]) => isCode(path) && roomOf(path) !== 'test')

/** Only comments that begin their line: a `//` further in may stand in a string. */
const withoutComments = (source: string) => source.replace(/^\s*\/\*[\s\S]*?\*\//gm, '').replace(/^\s*\/\/.*$/gm, '')

const importPatterns = [
  /^\s*(?:import|export)\b[^'"`;()=]*?\bfrom\s*['"]([^'"]+)['"]/gm,
  /^\s*import\s*['"]([^'"]+)['"]/gm,
  /\b(?:import|require)\s*\(\s*['"`]([^'"`]+)['"`]/g,
]

/** What a source imports, types and lazy parts included. */
function importsOf(source: string): string[] {
  const text = withoutComments(source)
  return importPatterns.flatMap((pattern) => [...text.matchAll(pattern)].map(([, name = '']) => name))
}

/** The file that an import names, `undefined` for a package; the bare path where there is no such file. */
function resolveImport(tree: Tree, from: string, name: string): string | undefined {
  if (!/^(\.|@\/)/.test(name)) return undefined
  const base = name.startsWith('@/') ? posix.normalize(name.slice(2)) : posix.join(posix.dirname(from), name)
  return ['', '.ts', '.tsx', '/index.ts'].map((end) => base + end).find((path) => path in tree) ?? base
}

const folderOf = (path: string) => path.split('/').slice(0, 2).join('/')
const importRule = ({ from, may, never }: (typeof table)[number]): Rule => ({
  rule: `${from} imports only ${may.join(', ') || 'packages'}${never ? `, and no package like ${never}` : ''}`,
  offences: (tree) =>
    code(tree)
      .filter(([path]) => roomOf(path) === from)
      .flatMap(([path, source]) =>
        importsOf(source)
          .filter((name) => {
            const target = resolveImport(tree, path, name)
            if (target === undefined) return never?.test(name)
            const room = roomOf(target)
            const isOtherFeature =
              room === 'components/<feature>' && room === from && folderOf(target) !== folderOf(path)
            return !room || !may.includes(room) || isOtherFeature
          })
          .map((name) => `${path} imports ${name}`),
      ),
})

/** The circles of the import graph, each once, as a path that comes back to its beginning. */
function circles(tree: Tree): string[] {
  const done = new Set<string>()
  const found: string[] = []
  const walk = (path: string, above: string[]) => {
    if (above.includes(path)) found.push([...above.slice(above.indexOf(path)), path].join(' → '))
    if (done.has(path) || above.includes(path)) return
    for (const name of importsOf(tree[path] ?? '')) {
      const target = resolveImport(tree, path, name)
      if (target !== undefined && target in tree && isCode(target)) walk(target, [...above, path])
    }
    done.add(path)
  }
  for (const [path] of code(tree)) walk(path, [])
  return found
}

function isBarrel(source: string): boolean {
  const text = withoutComments(source)
  const rest = text
    .replace(/^\s*(?:import|export)\b[^'"`;()=]*?\bfrom\s*['"][^'"]+['"];?/gm, '')
    .replace(/^\s*export\s*(?:type\s*)?\{[^}]*\};?/gm, '')
    .replace(/^\s*(?:import\s*)?['"][^'"]+['"];?/gm, '')
  return /^\s*export\b/m.test(text) && rest.trim() === ''
}

/** Files outside `except` whose code fits a pattern. */
const nowhereBut = (rule: string, except: RegExp, pattern: RegExp): Rule => ({
  rule,
  offences: (tree) =>
    code(tree)
      .filter(([path, source]) => !except.test(path) && pattern.test(withoutComments(source)))
      .map(([path]) => path),
})

const maxLines = 310
const isLong = (source: string) => source.trimEnd().split('\n').length > maxLines
const mayBeLong = /^lib\/(sandbox\/(.+\/)?seed[\w-]*\.ts|messages\/(en|nb)\.ts)$/

const topLevel = new Set([
  ...['app', 'components', 'lib', 'public', 'e2e', '.ci', 'package.json', 'package-lock.json', 'README.md'],
  ...['CONTRIBUTING.md', 'LICENSE', 'Dockerfile', '.dockerignore', '.gitignore', '.env.example', 'next.config.mjs'],
  ...['postcss.config.mjs', 'tailwind.config.ts', 'tsconfig.json', 'vitest.config.ts', 'biome.json', 'knip.json'],
  ...['SECURITY.md', 'proxy.ts', 'instrumentation.ts'],
])

const rules: Rule[] = [
  ...table.map(importRule),
  {
    rule: 'every source file belongs to a room',
    offences: (tree) => code(tree).flatMap(([path]) => (roomOf(path) ? [] : [path])),
  },
  {
    rule: 'every import leads to a file',
    offences: (tree) =>
      code(tree).flatMap(([path, source]) =>
        importsOf(source)
          .filter((name) => {
            const target = resolveImport(tree, path, name)
            return target !== undefined && !(target in tree)
          })
          .map((name) => `${path} imports ${name}`),
      ),
  },
  { rule: 'no imports in a circle', offences: circles },
  {
    rule: 'no barrel file',
    offences: (tree) => code(tree).flatMap(([path, source]) => (isBarrel(source) ? [path] : [])),
  },
  nowhereBut(
    'the environment is read in env.ts alone',
    /(^|\/)env\.ts$|^[^/]+\.config\.(ts|mjs)$|^e2e\/|^lib\/sandbox\//,
    // `NEXT_RUNTIME` is no setting: Next writes it in when it builds.
    /\bprocess\s*\??\s*\.\s*env\b(?!\.NEXT_RUNTIME\b)|\bprocess\s*\[|=\s*process\s*$|['"](?:node:)?process['"]|import\.meta\.env/m,
  ),
  nowhereBut(
    'calls over the network are made in lib/server/upstream and lib/api alone',
    /^lib\/server\/upstream\/(client|token|transport)\.ts$|^lib\/api\/(client|post-form)\.ts$|^lib\/(commands|sandbox)\/|^e2e\//,
    /\bfetch\s*\(|(?<![\w$'"/-])fetch\b(?![\w$'"-])|\[['"]fetch['"]\]|\b(?:XMLHttpRequest|WebSocket|EventSource|sendBeacon)\b|['"](?:node:)?(?:https?|http2|net|tls|dgram)['"]|['"]undici['"]/,
  ),
  nowhereBut(
    'customers leave the server through reads.ts alone, which records it',
    /^(?!app\/)/,
    /lib\/server\/customers\/(?!(?:reads|read-account|reveals|written-phones)['"])/,
  ),
  {
    rule: 'every file of lib/server is closed to the browser',
    offences: (tree) =>
      code(tree)
        .filter(([path, source]) => roomOf(path) === 'lib/server' && !/^import 'server-only'$/m.test(source))
        .map(([path]) => path),
  },
  {
    rule: `no file over ${maxLines} lines`,
    offences: (tree) =>
      Object.entries(tree).flatMap(([path, source]) => (isLong(source) && !mayBeLong.test(path) ? [path] : [])),
  },
  {
    rule: 'nothing else at the top',
    offences: (tree) =>
      [...new Set(Object.keys(tree).map((path) => path.replace(/\/.*/, '')))].filter((name) => !topLevel.has(name)),
  },
]

const root = fileURLToPath(new URL('..', import.meta.url))

/** The sources; and what else stands at the top, empty, but for what git ignores. */
function readTree(): Tree {
  const ignored = readFileSync(join(root, '.gitignore'), 'utf8').split('\n').filter(Boolean)
  const isIgnored = (path: string) =>
    ignored.some((line) => (line.startsWith('*') ? path.endsWith(line.slice(1)) : path === line.replace(/\/$/, '')))
  const tree: Tree = {}
  const read = (folder: string) => {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = posix.join(folder, entry.name)
      if (path === '.git' || isIgnored(path) || (isIgnored(entry.name) && entry.isDirectory())) continue
      if (entry.isDirectory()) read(path)
      else if (/\.(tsx?|mjs|css)$/.test(path)) tree[path] = readFileSync(join(root, path), 'utf8')
      else tree[path] = ''
    }
  }
  read('.')
  return tree
}

describe('the sources as they stand', () => {
  const tree = readTree()

  test('were found', () => {
    expect(code(tree).length).toBeGreaterThan(100)
  })

  test.each(rules)('$rule', ({ offences }) => {
    expect(offences(tree)).toEqual([])
  })
})

describe('each rule turns red', () => {
  const page = 'app/page.tsx'
  const sound: Tree = {
    [page]: "import { List } from '@/components/customers/list'\nimport './globals.css'\nexport default () => List",
    'app/globals.css': '',
    'components/customers/list.tsx': "import { Button } from '../ui/button'\nexport const List = Button",
    'components/ui/button.tsx': "import { time } from '@/lib/time'\nexport const Button = time",
    'components/record/drawer.tsx': 'export const drawer = 1',
    'lib/time.ts': 'export const time = 1',
    'lib/routes.ts': '// process.env, fetch(): words in a comment\nexport const routes = 1',
    'lib/server/env.ts': "import 'server-only'\nexport const env = process.env",
    'lib/commands/demo.ts': "import { startSandbox } from '../sandbox/server'\nstartSandbox(fetch('/'))",
    'lib/sandbox/server.ts': "import { createServer } from 'node:http'\nexport const startSandbox = createServer",
    'e2e/fixtures.ts': 'export const fixture = process.env.CI',
  }

  test.each(rules)('but not for sound sources: $rule', ({ offences }) => {
    expect(offences(sound)).toEqual([])
  })

  const long = 'x\n'.repeat(maxLines + 1)
  it.each<[rule: string, path: string, source: string]>([
    ['app imports', page, "import '@/lib/sandbox/server'"],
    ['app imports', page, "const demo = () => import('../lib/commands/demo')"],
    ['app/api imports', 'app/api/x/route.ts', "import {\n  List,\n} from '@/components/customers/list'"],
    ['components/<feature> imports', 'components/customers/a.tsx', "import type { Env } from '@/lib/server/env'"],
    ['components/<feature> imports', 'components/customers/a.tsx', "import { drawer } from '../record/drawer'"],
    ['components/<feature> imports', 'components/customers/a.tsx', "import page from '@/app/page'"],
    ['components/<feature> imports', 'components/customers/a.tsx', "import { join } from 'node:path'"],
    ['components/ui imports', 'components/ui/a.tsx', "import { routes } from '@/lib/routes'"],
    ['components/ui imports', 'components/ui/a.tsx', "import { List } from '../customers/list'"],
    ['lib imports', 'lib/a.ts', "import { useState } from 'react'"],
    ['lib imports', 'lib/a.ts', "import { headers } from 'next/headers'"],
    ['lib imports', 'lib/a.ts', "import { readFileSync } from 'node:fs'"],
    ['lib imports', 'lib/a.ts', "export { env } from './server/env'"],
    ['lib for ui imports', 'lib/messages/a.ts', "import { env } from '../server/env'"],
    ['lib/server imports', 'lib/server/a.ts', "import 'server-only'\nimport '@/lib/sandbox/server'"],
    ['lib/commands imports', 'lib/commands/a.ts', "import '@/e2e/fixtures'"],
    ['lib/sandbox imports', 'lib/sandbox/a.ts', "import { time } from '@/lib/time'"],
    ['lib/sandbox imports', 'lib/sandbox/a.ts', "import next from 'next'"],
    ['entry imports', 'proxy.ts', "import { List } from '@/components/customers/list'"],
    ['e2e imports', 'e2e/a.spec.ts', "import '../lib/server/env'"],
    ['e2e imports', 'e2e/a.spec.ts', "import '../lib/commands/demo'"],
    ['configuration imports', 'vitest.config.ts', "import { time } from './lib/time'"],
    ['every source file belongs', 'components/loose.tsx', ''],
    ['every import leads', 'lib/a.ts', "import { gone } from './gone'"],
    ['no imports in a circle', 'lib/time.ts', "import type { Button } from '@/components/ui/button'"],
    ['no barrel file', 'lib/a.ts', "// All of it\nexport * from './time'\nexport { routes } from './routes'"],
    ['no barrel file', 'lib/a.ts', "import { time } from './time'\n\nexport { time }"],
    ['the environment', 'lib/a.ts', 'export const a = process.env.A'],
    ['the environment', 'instrumentation.ts', 'process.env.NEXT_RUNTIME === process.env.PORT'],
    ['the environment', 'lib/server/environment.ts', 'const { env } = process'],
    ['calls over the network', 'components/record/a.tsx', "const load = () => fetch('/a')"],
    ['calls over the network', 'components/record/a.tsx', 'export const load = withTimeout(globalThis.fetch)'],
    ['calls over the network', 'components/record/a.tsx', "const ask = window['fetch']"],
    ['calls over the network', 'lib/server/a.ts', "import { request } from 'node:https'"],
    ['customers leave', 'app/a.tsx', "import { readCustomer } from '@/lib/server/customers/read-customer'"],
    ['every file of lib/server', 'lib/server/a.ts', "// import 'server-only'\nexport const a = 1"],
    ['no file over', 'lib/a.ts', long],
    ['no file over', 'lib/messages/messages.ts', long],
    ['nothing else at the top', 'utils/a.ts', ''],
    ['nothing else at the top', 'notes.md', ''],
  ])('%s: %s with %j', (name, path, source) => {
    const rule = rules.find((one) => one.rule.startsWith(name))
    expect(rule?.offences({ ...sound, [path]: source })).not.toEqual([])
  })
})
