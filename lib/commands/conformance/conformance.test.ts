import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { type AssumptionId, assumptions } from '../../sandbox/assumptions'
import { endpoints } from '../../sandbox/http/router'
import { isNightly } from '../../sandbox/run-count-for-tests'
import { startSandbox } from '../../sandbox/server'
import { checkConformance, type Finding } from './conformance'

const folder = mkdtempSync(join(tmpdir(), 'sandbox-conformance-'))
const client = { id: 'sandbox-client', secret: 'sandbox-secret' }
const ids = Object.keys(assumptions) as AssumptionId[]
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/**
 * Which assumptions a sandbox deviates from: each alone in nightly runs. Elsewhere those whose number has a binary digit, and
 * those whose number has not, for each digit: of any two, each is in a group without the other.
 */
const digits = Array.from({ length: Math.ceil(Math.log2(ids.length)) }, (_, at) => 2 ** at)
const groups = isNightly
  ? ids.map((id) => [id])
  : digits.flatMap((digit) => [true, false].map((has) => ids.filter((_, at) => ((at & digit) !== 0) === has)))

async function findingsWith(deviate: AssumptionId[]): Promise<{ findings: Finding[]; calls: number }> {
  const sandbox = await startSandbox({
    port: 0,
    customers: 2000,
    seed: 1,
    databasePath: join(folder, 'kept.db'),
    deviate,
  })
  try {
    return await checkConformance({ baseUrl: sandbox.url, account: 'T12345678', client, pauseMs: 0 })
  } finally {
    await sandbox.close()
  }
}

const verdicts = (findings: Finding[]) => Object.fromEntries(findings.map(({ id, verdict }) => [id, verdict]))

describe('conformance', () => {
  test('all assumptions hold for the sandbox, in a bounded number of requests', async () => {
    const { findings, calls } = await findingsWith([])
    expect(verdicts(findings)).toEqual(Object.fromEntries(ids.map((id) => [id, 'holds'])))
    expect(calls).toBeLessThan(130)
  })

  test('a sandbox that deviates from every assumption differs in each', async () => {
    const { findings } = await findingsWith(ids)
    expect(verdicts(findings)).toEqual(Object.fromEntries(ids.map((id) => [id, 'differs'])))
  })

  test.each(groups.map((ids) => ({ ids, names: ids.join(', ') })))(
    'a sandbox that deviates from $names differs in that alone',
    async ({ ids: deviating }) => {
      const { findings } = await findingsWith(deviating)
      const differing = findings.filter(({ verdict }) => verdict === 'differs').map(({ id }) => id)
      expect(differing.toSorted()).toEqual(deviating.toSorted())
    },
  )

  test('a client without the scope of an assumption does not see whether it holds', async () => {
    const sandbox = await startSandbox({ port: 0, customers: 2000, seed: 1, databasePath: join(folder, 'kept.db') })
    const limited = { ...client, id: 'sandbox-customers' }
    const { findings } = await checkConformance({
      ...{ baseUrl: sandbox.url, account: 'T12345678', client: limited, pauseMs: 0 },
    })
    await sandbox.close()
    const unseen = findings.filter(({ verdict }) => verdict !== 'holds')
    expect(unseen.map(({ id, verdict }) => [id, verdict])).toEqual(
      ids.filter((id) => /^(receipt|card|rule|claim)/.test(id)).map((id) => [id, 'not seen']),
    )
    for (const scope of ['read:receipts', 'read:wallets', 'read:discounts'])
      expect(JSON.stringify(unseen)).toContain(scope)
  })

  test('every call of the contract around a customer is made', async () => {
    const sandbox = await startSandbox({ port: 0, customers: 2000, seed: 1, databasePath: join(folder, 'kept.db') })
    await checkConformance({ baseUrl: sandbox.url, account: 'T12345678', client, pauseMs: 0 })
    const requests: { path: string }[] = await (await fetch(new URL('/_sandbox/requests', sandbox.url))).json()
    await sandbox.close()
    const paths = requests.map(({ path }) => path)
    const isMade = ({ path }: { path: string }) => {
      const pattern = new RegExp(`${path.replace('{aid}', 'T12345678').replaceAll(/\{\w+\}/g, '[^/]+')}$`)
      return paths.some((one) => pattern.test(one))
    }
    const around = endpoints.filter(
      ({ path, scope }) => scope !== 'read:customers' || path.endsWith('/company/departments'),
    )
    expect(around).toHaveLength(11)
    expect(around.filter((endpoint) => !isMade(endpoint)).map(({ path }) => path)).toEqual([])
  })

  test('findings hold no data of customers', async () => {
    const { findings } = await findingsWith(ids)
    expect(JSON.stringify(findings)).not.toMatch(/@|\+47|K-\d|B-\d|C-\d|Nor/)
  })

  test('an empty account gives no differences, and an upstream that cannot be read gives the reason', async () => {
    const sandbox = await startSandbox({ port: 0, customers: 2000, seed: 1, databasePath: join(folder, 'kept.db') })
    const options = { baseUrl: sandbox.url, client, pauseMs: 0 }
    const { findings } = await checkConformance({ ...options, account: 'T87654321' })
    expect(findings.filter(({ verdict }) => verdict === 'differs')).toEqual([])
    expect(findings.filter(({ verdict }) => verdict === 'not seen').length).toBeGreaterThan(10)
    await expect(
      checkConformance({ ...options, account: 'T12345678', client: { ...client, secret: 'x' } }),
    ).rejects.toThrow('401')
    await expect(
      checkConformance({ ...options, account: 'T12345678', client: { ...client, id: 'sandbox-noscope' } }),
    ).rejects.toThrow('read:customers')
    await sandbox.close()
  })
})
