import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { allHoldExcept } from '../assumptions'
import { openStore } from './open'
import { prepareStatements } from './statements'

let folder: string
let path: string
let built: number
const stderr = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sandbox-store-'))
  path = join(folder, 'deeper', 'kept.db')
  built = 0
  stderr.mockClear()
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

async function open(seed = 1, customers = 600) {
  const connection = await openStore({ path, seed, customers, holds: allHoldExcept([]), onProgress: () => built++ })
  const digest = prepareStatements(connection).texts(
    'select count(*), sum(length(body)), max(id), min(id) from customer',
  )
  connection.close()
  return digest
}

test('is built once and reused', async () => {
  const first = await open()
  expect(built).toBeGreaterThan(0)
  built = 0
  expect(await open()).toEqual(first)
  expect(built).toBe(0)
  expect(readdirSync(join(folder, 'deeper'))).toEqual(['kept.db'])
})

test('the same seed gives the same data, another seed different data', async () => {
  const first = await open()
  rmSync(path)
  expect(await open()).toEqual(first)
  expect(await open(2)).not.toEqual(first)
  expect(stderr).not.toHaveBeenCalled()
})

test('is rebuilt for another number of customers and after an edit', async () => {
  await open()
  built = 0
  const larger = await open(1, 700)
  expect(built).toBeGreaterThan(0)
  built = 0
  const connection = await openStore({ path, seed: 1, customers: 700, holds: allHoldExcept([]) })
  prepareStatements(connection).run("insert into fact values ('changed', 'x')")
  prepareStatements(connection).run("delete from customer where customer_id = 'K-214907'")
  connection.close()
  expect(await open(1, 700)).toEqual(larger)
  expect(built).toBeGreaterThan(0)
})

test.each([
  ['text', () => writeFileSync(path, 'no database')],
  ['nothing', () => truncateSync(path, 0)],
  ['half of itself', () => truncateSync(path, Math.floor(statSync(path).size / 2))],
  [
    'another database',
    () => writeFileSync(path, Buffer.concat([Buffer.from('SQLite format 3\0'), readFileSync(path).subarray(16, 100)])),
  ],
  [
    'itself with a hole',
    () => {
      const bytes = readFileSync(path)
      bytes.fill(0x41, 8192 * 3, 8192 * 60)
      writeFileSync(path, bytes)
    },
  ],
])('a file that holds %s is reported on stderr and rebuilt', async (_, damage) => {
  const whole = await open()
  damage()
  built = 0
  expect(await open()).toEqual(whole)
  expect(built).toBeGreaterThan(0)
  expect(String(stderr.mock.calls[0]?.[0])).toContain(path)
})

test('the incomplete file of a killed build is deleted', async () => {
  await open()
  writeFileSync(`${path}.999999999.building`, 'half')
  await open(2)
  expect(readdirSync(join(folder, 'deeper'))).toEqual(['kept.db'])
})
