import { mkdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'libsql'
import { Random } from '../generate/random'
import { accounts, client } from '../seed/seed'
import { prepareStatements } from '../store/statements'
import { startProcess } from './bench-process'
import { type BenchCustomer, pairs, shapes } from './bench-shapes'

const warmRuns = 10

export type BenchOptions = {
  customers: number[]
  /** The folder for the database files, which are deleted afterwards. */
  folder?: string
  /** The number of requests for each shape. */
  runs?: number
}

export type BenchFigures = { [what: string]: number }
type ShapeFigure = { shape: string; customers: number; p50: number; p95: number }

/**
 * Measures the sandbox in a separate process, for each number of customers: a start without and with an existing file,
 * then each query shape over HTTP, one request at a time, and the memory of the process. Prints tables and returns the
 * figures by name.
 */
export async function benchSandbox({ customers, folder = '.data', runs = 60 }: BenchOptions): Promise<BenchFigures> {
  mkdirSync(folder, { recursive: true })
  const figures: BenchFigures = {}
  const ofShapes: ShapeFigure[] = []
  for (const size of customers) {
    const databasePath = join(folder, `bench-${size}.db`)
    const addFigure = (what: string, value: number) => {
      figures[`${size} customers, ${what}`] = Math.round(value)
      console.log(`${size} customers, ${what}: ${Math.round(value)}`)
    }
    try {
      rmSync(databasePath, { force: true })
      const made = await startProcess(size, databasePath)
      addFigure('start from nothing, ms', made.readyMs)
      addFigure('most memory of that, MB', made.startMegabytes)
      await made.stop()
      addFigure('file, MB', statSync(databasePath).size / 1e6)
      const sandbox = await startProcess(size, databasePath)
      addFigure('start from a kept file, ms', sandbox.readyMs)
      try {
        ofShapes.push(...(await measure(sandbox.url, databasePath, size, runs)))
        addFigure('memory after all queries, MB', await sandbox.megabytes())
      } finally {
        await sandbox.stop()
      }
    } finally {
      rmSync(databasePath, { force: true })
    }
  }
  printTable(ofShapes, customers)
  for (const { shape, customers, p50, p95 } of ofShapes) {
    figures[`${shape}, ${customers} customers, p50 ms`] = p50
    figures[`${shape}, ${customers} customers, p95 ms`] = p95
  }
  return figures
}

async function measure(url: string, databasePath: string, customers: number, runs: number): Promise<ShapeFigure[]> {
  const base = `${url}/accounts/${accounts.test}`
  const answer = await fetch(`${base}/auth/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(`${client.id}:${client.secret}`).toString('base64')}` },
    body: JSON.stringify({ grant_type: 'client_credentials', audience: base }),
  })
  const { access_token }: { access_token: string } = await answer.json()
  const headers = { authorization: `Bearer ${access_token}` }
  const sample = readSample(databasePath, customers)
  const figures: ShapeFigure[] = []
  for (const { shape, query } of [...shapes, ...pairs]) {
    const random = new Random(shape)
    const times: number[] = []
    for (let run = 0; run < runs + warmRuns; run++) {
      const parameters = new URLSearchParams({ limit: '100', ...query(random.pick(sample), random) })
      const startMs = performance.now()
      const response = await fetch(`${base}/customers/users?${parameters}`, { headers })
      await response.arrayBuffer()
      if (response.status !== 200) throw new Error(`${shape}: ${response.status} for ${parameters}`)
      // The first requests only warm up the server and the client.
      if (run >= warmRuns) times.push(performance.now() - startMs)
    }
    times.sort((a, b) => a - b)
    const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0
    figures.push({ shape, customers, p50: at(0.5), p95: at(0.95) })
  }
  return figures
}

/** Customers spread over the whole list, from which the queries are made. */
function readSample(databasePath: string, customers: number): BenchCustomer[] {
  const connection = new Database(databasePath)
  const sql = prepareStatements(connection)
  const first = sql.number('select min(ordinal) from customer where account = 1') ?? 0
  const sample: BenchCustomer[] = []
  for (let at = 0; at < 200; at++) {
    const row = sql.texts(
      "select body, record from customer where ordinal >= ? and deleted = 0 and type = 'customer' limit 1",
      [first + Math.floor((customers * at) / 200)],
    )
    if (row) sample.push({ ...JSON.parse(row[0] ?? '{}'), ...JSON.parse(row[1] ?? '{}') })
  }
  connection.close()
  return sample
}

function printTable(figures: ShapeFigure[], sizes: number[]): void {
  const shapesSeen = [...new Set(figures.map(({ shape }) => shape))]
  const of = (shape: string, size: number) =>
    figures.find((figure) => figure.shape === shape && figure.customers === size)
  console.log(`\n| shape, p50 / p95 in ms | ${sizes.join(' | ')} | ratio of p50, last to first |`)
  console.log(`|---|${sizes.map(() => '---').join('|')}|---|`)
  for (const shape of shapesSeen) {
    const cells = sizes.map((size) => {
      const figure = of(shape, size)
      return figure ? `${figure.p50.toFixed(1)} / ${figure.p95.toFixed(1)}` : ''
    })
    const first = of(shape, sizes[0] ?? 0)
    const last = of(shape, sizes.at(-1) ?? 0)
    console.log(`| ${shape} | ${cells.join(' | ')} | ${first && last ? (last.p50 / first.p50).toFixed(1) : ''} |`)
  }
}
