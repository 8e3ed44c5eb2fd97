import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type Database from 'libsql'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { allHoldExcept } from '../assumptions'
import { Random } from '../generate/random'
import { tagIds } from '../seed/seed'
import { createChangeFinder } from './find-changed'
import type { CustomerQuery } from './match'
import { openStore } from './open'
import { microseconds } from './write'

const holds = allHoldExcept([])
let connection: Database.Database
beforeAll(async () => {
  const path = join(tmpdir(), 'customer-desk-sandbox-5000.db')
  connection = await openStore({ path, customers: 5000, seed: 1, holds })
})
afterAll(() => connection.close())

test('all query strategies give the same page and total', () => {
  const usual = { maxFewMatches: 20_000, maxScannedChanges: 2000, maxIndexedPrefixLength: 6 }
  const readsAllMatches = createChangeFinder(connection, holds, usual)
  const scansAllChanges = createChangeFinder(connection, holds, {
    ...usual,
    maxFewMatches: -1,
    maxScannedChanges: 100_000,
  })
  const scansFewChanges = createChangeFinder(connection, holds, { ...usual, maxFewMatches: -1, maxScannedChanges: 200 })
  const random = new Random('changes')
  let found = 0
  for (let run = 0; run < 15; run++) {
    const query: CustomerQuery = {
      attributes: random.chance(0.3) ? [{ name: 'points' }] : [],
      includeDeleted: random.chance(0.5),
      search: random.chance(0.6) ? random.pick(['k', 'a', '+47', 'no', 'hansen', 'kristoffer', 'c-3']) : undefined,
      tagId: random.chance(0.3) ? tagIds.Medlem : undefined,
      type: random.chance(0.3) ? undefined : random.pick(['any', 'customer', 'contact']),
    }
    const since = microseconds(`20${random.between(16, 26)}-11-19T00:00:00Z`)
    const limit = random.pick([1, 10, 100])
    const page = readsAllMatches.page(1, query, since, limit)
    const total = readsAllMatches.total(1, query, since)
    for (const other of [scansAllChanges, scansFewChanges]) {
      expect(other.page(1, query, since, limit)).toEqual(page)
      expect(other.total(1, query, since)).toBe(total)
    }
    found += page.length
  }
  expect(found).toBeGreaterThan(100)
})
