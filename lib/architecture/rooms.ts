import { isTest } from './source-tree'

/** The first pattern that matches a path is the room of that file. */
const rooms = [
  ['app/api', /^app\/api\//],
  ['app', /^app\//],
  ['components/ui', /^components\/ui\//],
  ['components/list', /^components\/list\//],
  ['components/<feature>', /^components\/[^/]+\//],
  ['lib/server/customers', /^lib\/server\/customers\//],
  ['lib/server', /^lib\/server\//],
  ['lib/commands', /^lib\/commands\//],
  ['lib/sandbox', /^lib\/sandbox\//],
  ['lib/architecture', /^lib\/architecture\//],
  ['lib/api/queries', /^lib\/api\/queries\//],
  ['lib/api', /^lib\/api\//],
  ['lib for components/ui', /^lib\/(time\.ts|session-storage\.ts|preferences\.ts|messages\/)/],
  ['lib', /^lib\//],
  ['e2e', /^e2e\//],
  ['entry', /^(proxy|instrumentation)\.ts$/],
  ['configuration', /^[^/]+\.config\.(ts|mjs)$/],
] as const

export type Room = (typeof rooms)[number][0]

/** The room of a file; `undefined` for a unit test, which may import anything, and for a file outside the rooms. */
export function roomOf(path: string): Room | undefined {
  return isTest(path) ? undefined : rooms.find(([, pattern]) => pattern.test(path))?.[0]
}

const shared = ['lib', 'lib/api', 'lib/api/queries', 'lib for components/ui'] as const
const server = ['lib/server', 'lib/server/customers'] as const
const components = ['components/<feature>', 'components/list', 'components/ui'] as const

const node = /^(node:|server-only$)/
const frameworks = /^(node:|server-only$|(react|react-dom|next|next-auth|@tanstack\/[\w-]+)(\/|$))/
const frameworksButQueryOptions = /^(node:|server-only$|(react|react-dom|next|next-auth|@tanstack\/react-table)(\/|$))/

/** The import table: the rooms that a room may import, and the packages that it may not. */
export const importTable: { from: Room; may: readonly Room[]; never?: RegExp }[] = [
  { from: 'app', may: ['app', ...components, ...shared, ...server] },
  { from: 'app/api', may: ['app/api', ...shared, ...server], never: /^react(-dom)?(\/|$)/ },
  { from: 'components/<feature>', may: [...components, ...shared], never: node },
  {
    from: 'components/list',
    may: ['components/list', 'components/ui', 'lib/api', 'lib for components/ui'],
    never: node,
  },
  { from: 'components/ui', may: ['components/ui', 'lib for components/ui'], never: node },
  { from: 'lib', may: shared, never: frameworks },
  { from: 'lib/api', may: shared, never: frameworks },
  { from: 'lib/api/queries', may: shared, never: frameworksButQueryOptions },
  { from: 'lib for components/ui', may: shared, never: frameworks },
  { from: 'lib/server/customers', may: [...shared, ...server] },
  { from: 'lib/server', may: [...shared, 'lib/server'] },
  { from: 'lib/commands', may: [...shared, ...server, 'lib/commands', 'lib/sandbox', 'lib/architecture'] },
  { from: 'lib/sandbox', may: ['lib/sandbox'], never: /^(server-only|react|react-dom|next|next-auth)(\/|$)/ },
  { from: 'lib/architecture', may: ['lib/architecture'], never: /^(server-only|react|react-dom|next|next-auth)(\/|$)/ },
  { from: 'entry', may: [...shared, ...server] },
  { from: 'e2e', may: ['e2e', ...shared, 'lib/sandbox'] },
  { from: 'configuration', may: [] },
]
