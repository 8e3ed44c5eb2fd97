import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, test } from 'vitest'
import { readSourceTree, repositoryRoot, type SourceTree } from '../source-tree'
import { declaredWalks } from './declared-walks'
import { replaceWalks } from './draw-walks'
import { verifyWalk } from './verify-walk'

test('CONTRIBUTING.md draws the walks as they are in the sources', () => {
  const page = readFileSync(join(repositoryRoot, 'CONTRIBUTING.md'), 'utf8')
  expect(page, 'run `npm run walks`').toBe(replaceWalks(page, readSourceTree(), declaredWalks))
})

describe('a walk', () => {
  const tree: SourceTree = {
    'box.tsx': `import { useQueryState as useState } from './query'
      const Table = lazy(() => import('./table'), (all) => all.Rows)
      export default function Box() { const { set } = useState(); return <><input onInput={set} /><Table /></> }
      export const Other = () => null`,
    'query.ts': `import * as calls from './calls'
      export const useQueryState = () => { const set = () => calls.queries.page(1); return { set } }`,
    'calls.ts': `export const queries = { page: (at) => at, other: () => 0 }`,
    'table.tsx': 'export const Rows = () => <tr />',
  }
  const box = { file: 'box.tsx', name: 'default', does: 'takes a key' }
  const hook = { file: 'query.ts', name: 'useQueryState', does: 'stores the query' }
  const set = { ...hook, name: 'useQueryState.set' }
  const call = { file: 'calls.ts', name: 'queries.page', does: 'fetches' }
  const rows = { file: 'table.tsx', name: 'Rows', does: 'shows rows', after: 'default' }
  const walkOf = (...hops: (typeof box | typeof rows)[]) => ({ title: 'Walk', maxHops: 5, hops })

  it('goes by imports, namespaces, inner functions and lazy files', () => {
    expect(verifyWalk(tree, walkOf(box, hook, set, call, rows)).map(({ link }) => link)).toEqual([
      '',
      'called by `default`',
      'called by `useQueryState`',
      'called by `useQueryState.set`',
      'called by `default`',
    ])
  })

  it('goes from a hook to the component that calls it', () => {
    expect(verifyWalk(tree, walkOf(hook, box))[1]?.link).toBe('calls `useQueryState`')
  })

  it.each([
    ['is too long', walkOf(box, hook, box, hook, box, hook)],
    ['names a file that is gone', walkOf({ ...box, file: 'gone.tsx' })],
    ['names a function that is gone', walkOf({ ...box, name: 'gone' })],
    ['names an inner function that is gone', walkOf(hook, { ...set, name: 'useQueryState.gone' })],
    ['leaves out a hop', walkOf(box, call)],
    ['goes by a function that does not call the next one', walkOf({ ...box, name: 'Other' }, hook)],
    ['goes by another function of the same object', walkOf(set, { ...call, name: 'queries.other' })],
    ['goes on from a hop that it does not have', walkOf(box, hook, { ...rows, after: 'gone' })],
  ])('is refused when it %s', (_, walk) => {
    expect(() => verifyWalk(tree, walk)).toThrow()
  })
})
