import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { type AssumptionId, assumptions } from '../../sandbox/assumptions'
import { startSandbox } from '../../sandbox/server'
import { type Finding, findDifferences } from './conformance'

const folder = mkdtempSync(join(tmpdir(), 'sandbox-conformance-'))
const client = { id: 'sandbox-client', secret: 'sandbox-secret' }
const ids = Object.keys(assumptions) as AssumptionId[]
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function findingsWith(deviate: AssumptionId[]): Promise<{ findings: Finding[]; calls: number }> {
  const sandbox = await startSandbox({
    port: 0,
    customers: 2000,
    seed: 1,
    databasePath: join(folder, 'kept.db'),
    deviate,
  })
  try {
    return await findDifferences({ baseUrl: sandbox.url, account: 'T12345678', client, pauseMs: 0 })
  } finally {
    await sandbox.close()
  }
}

const verdicts = (findings: Finding[]) => Object.fromEntries(findings.map(({ id, verdict }) => [id, verdict]))

describe('conformance', () => {
  test('all assumptions hold against the sandbox, in a bounded number of calls', async () => {
    const { findings, calls } = await findingsWith([])
    expect(verdicts(findings)).toEqual(Object.fromEntries(ids.map((id) => [id, 'holds'])))
    expect(calls).toBeLessThan(80)
  })

  test('reports every difference of a sandbox that deviates in all', async () => {
    const { findings } = await findingsWith(ids)
    expect(verdicts(findings)).toEqual(Object.fromEntries(ids.map((id) => [id, 'differs'])))
  })

  test.each(ids)('reports a sandbox that deviates in %s', async (id) => {
    const { findings } = await findingsWith([id])
    expect(findings.find((finding) => finding.id === id)?.verdict).toBe('differs')
    expect(findings.filter((finding) => finding.verdict === 'differs').map((finding) => finding.id)).toEqual([id])
  })

  test('says nothing of any customer', async () => {
    const { findings } = await findingsWith(ids)
    expect(JSON.stringify(findings)).not.toMatch(/@|\+47|K-\d|B-\d|C-\d|Nor/)
  })

  test('says that nothing was seen in an empty account, and why nothing can be read', async () => {
    const sandbox = await startSandbox({ port: 0, customers: 2000, seed: 1, databasePath: join(folder, 'kept.db') })
    const order = { baseUrl: sandbox.url, client, pauseMs: 0 }
    const { findings } = await findDifferences({ ...order, account: 'T87654321' })
    expect(findings.filter(({ verdict }) => verdict === 'differs')).toEqual([])
    expect(findings.filter(({ verdict }) => verdict === 'not seen').length).toBeGreaterThan(10)
    await expect(
      findDifferences({ ...order, account: 'T12345678', client: { ...client, secret: 'x' } }),
    ).rejects.toThrow('401')
    await expect(
      findDifferences({ ...order, account: 'T12345678', client: { ...client, id: 'sandbox-noscope' } }),
    ).rejects.toThrow('read:customers')
    await sandbox.close()
  })
})
