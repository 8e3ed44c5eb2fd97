import { productColumns } from '../../lib/customers/columns/product-columns'
import { accounts } from '../../lib/sandbox/seed/seed'
import { appUrl, metricsToken, sandboxOrigin } from '../servers'
import { type Figures, withDesk } from './desk'
import { median } from './load'
import { p95 } from './neighbour'
import { signedInPeople } from './people'

/** Measures an export of every customer, ten times as fast as is usual, and what it costs somebody who searches meanwhile. */

const api = `${appUrl}/api/accounts/${accounts.test}/exports`
const latencyMs = 30
const rounds = 3
const megabyte = 1_000_000

async function memory(): Promise<number> {
  const response = await fetch(`${appUrl}/api/metrics`, { headers: { authorization: `Bearer ${metricsToken}` } })
  return Number(/^process_resident_memory_bytes (\S+)/m.exec(await response.text())?.[1])
}

/** The calls for pages of customers that the upstream has counted, those of a person who searches left out by their size. */
async function pageCalls(): Promise<number> {
  const calls = (await (await fetch(`${sandboxOrigin}/_sandbox/requests`)).json()) as { path: string; query: string }[]
  return calls.filter(({ path, query }) => path.endsWith('/customers/users') && query.includes('limit=100')).length
}

type Seen = { id: string; state: string; rows: number }

async function send(headers: Record<string, string>, path: string, body?: object): Promise<Response> {
  const own = { ...headers, origin: appUrl, 'content-type': 'application/json' }
  const response = await fetch(`${api}${path}`, {
    headers: own,
    ...(body && { method: 'POST', body: JSON.stringify(body) }),
  })
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`)
  return response
}

async function seen(headers: Record<string, string>): Promise<Seen> {
  const { exports: all } = (await (await send(headers, '')).json()) as { exports: Seen[] }
  const [one] = all
  if (!one) throw new Error('There is no export')
  return one
}

export async function benchExport(): Promise<Figures> {
  const measure = async (): Promise<Figures> => {
    const [person = {}, other = {}] = await signedInPeople(2)
    await p95(person)
    const alone = []
    for (let round = 0; round < rounds; round += 1) alone.push(await p95(person))
    const before = await memory()
    const columns = [...productColumns]
    await fetch(`${sandboxOrigin}/_sandbox/requests`, { method: 'DELETE' })
    await send(other, '', { query: 'type=any', columns, format: 'xlsx', reason: 'bench', total: null })
    const beside: number[] = []
    let highest = before
    while ((await seen(other)).state === 'running') {
      beside.push(await p95(person))
      highest = Math.max(highest, await memory())
    }
    const { id, rows } = await seen(other)
    const calls = await pageCalls()
    const { body } = await send(other, `/${id}/file`, {})
    let bytes = 0
    for await (const chunk of body ?? []) {
      bytes += (chunk as Uint8Array).length
      highest = Math.max(highest, await memory())
    }
    return {
      'customers in the file': rows,
      'calls to Dintero (goal 250)': calls,
      'size of the file, MB': bytes / megabyte,
      'memory above that before, MB (goal 30)': (highest - before) / megabyte,
      'p95 of somebody who searches, alone, ms': median(alone),
      'beside the export / alone (goal 2)': median(beside) / median(alone),
    }
  }
  return withDesk(latencyMs, measure, { EXPORT_CALLS_PER_MINUTE: '600' }, 25_000)
}
