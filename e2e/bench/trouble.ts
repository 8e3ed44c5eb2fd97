import { execFile } from 'node:child_process'
import { setTimeout as wait } from 'node:timers/promises'
import { accounts, client } from '../../lib/sandbox/seed/seed'
import { sandbox } from '../sandbox'
import { appEnvironment, appUrl, metricsToken, sandboxOrigin } from '../servers'
import { type Figures, upstreamMs, withDesk } from './desk'
import { load, median } from './load'
import { signedInPeople } from './people'

type People = Awaited<ReturnType<typeof signedInPeople>>

/** Measures the cost of upstream failures for a reader, and the cost of the protection without failures. Timeouts are default. */

const api = `${appUrl}/api/accounts/${accounts.test}/customers`
const count = 50
const seconds = 20
const stallMs = 10_000

/** The time-outs of the tests are short; here they are those of nobody's configuration. */
const usualTimes = Object.fromEntries(
  Object.keys(appEnvironment)
    .filter((name) => name.startsWith('UPSTREAM_'))
    .map((name) => [name, undefined]),
)

type Answer = { isGood: boolean; from: number; to: number }

/** Each reader sends requests with a short pause after each answer, until `isOver`. */
async function read(who: People, isOver: () => boolean): Promise<Answer[][]> {
  return Promise.all(
    who.map(async (headers) => {
      const answers: Answer[] = []
      while (!isOver()) {
        const from = performance.now()
        const response = await fetch(`${api}?limit=25`, { headers })
        await response.arrayBuffer()
        answers.push({ isGood: response.status === 200, from, to: performance.now() })
        await wait(100 * Math.random())
      }
      return answers
    }),
  )
}

const metrics = async () => {
  const answer = await fetch(`${appUrl}/api/metrics`, { headers: { authorization: `Bearer ${metricsToken}` } })
  return (await answer.text()).split('\n')
}
const sum = (lines: readonly string[], name: string) =>
  lines.filter((line) => line.startsWith(name)).reduce((all, line) => all + Number(line.split(' ').at(-1)), 0)
const rss = async () => sum(await metrics(), 'process_resident_memory_bytes')

async function measured(who: People, lasting = seconds * 1000) {
  const before = sum(await metrics(), 'desk_upstream_calls_total')
  const endAt = performance.now() + lasting
  const answers = (await read(who, () => performance.now() > endAt)).flat()
  const calls = sum(await metrics(), 'desk_upstream_calls_total') - before
  const times = answers.map(({ from, to }) => to - from).sort((a, b) => a - b)
  return {
    answers: answers.length,
    good: answers.filter(({ isGood }) => isGood).length / answers.length,
    callsEach: calls / answers.length,
    p95Ms: times[Math.floor(times.length * 0.95)] ?? 0,
  }
}

/** The upstream answers nobody for a while; what the app then holds, and how long after it the last answer failed. */
async function stall(who: People): Promise<Figures> {
  const before = await rss()
  let most = before
  let isOver = false
  const reading = read(who, () => isOver)
  await sandbox.faults([{ match: '', kind: 'delay', ms: 3_600_000 }])
  const endAt = performance.now() + stallMs
  while (performance.now() < endAt) {
    most = Math.max(most, await rss())
    await wait(200)
  }
  await sandbox.faults([])
  const backAt = performance.now()
  const anew = (await read(who, () => performance.now() > backAt + 4_000)).map(
    (own) => (own.find(({ isGood }) => isGood)?.to ?? Number.NaN) - backAt,
  )
  await wait(6_000)
  isOver = true
  const answers = await reading
  most = Math.max(most, await rss())
  const lastFailure = Math.max(0, ...answers.flat().map(({ isGood, to }) => (isGood ? 0 : to - backAt)))
  const firstGood = answers.map(
    (own) => (own.find(({ isGood, to }) => isGood && to > backAt)?.to ?? Number.NaN) - backAt,
  )
  return {
    [`memory while it stalls for ${stallMs / 1000} s, ${count} people / before (limit 1.3)`]: most / before,
    'last failed answer after its return, ms (goal 2000)': lastFailure,
    'everybody who asks anew has a good answer after its return, ms (goal 2000)': Math.max(...anew),
    'and whoever waits for a call that it never answers, ms': Math.max(...firstGood),
  }
}

/** Microseconds of CPU time of one page of 25 in the app, everything included. */
async function pageCost(): Promise<number> {
  const people = await signedInPeople(60)
  const ask = () => load(`${api}?limit=25`, people, { seconds: 3, status: 200 })
  await ask()
  const costs: number[] = []
  for (let round = 0; round < 5; round += 1) {
    const before = sum(await metrics(), 'process_cpu_seconds_total')
    const { requests } = await ask()
    costs.push(((sum(await metrics(), 'process_cpu_seconds_total') - before) * 1_000_000) / requests)
  }
  return median(costs)
}

type Guard = { bareUs: number; guardUs: number; noiseUs: number }

function guardCost(): Promise<Guard> {
  const program = ['--import', 'tsx', '--conditions=react-server', 'lib/commands/bench/bench-guard-figures.ts']
  const given = [`${sandboxOrigin}/v1`, accounts.test, client.id, client.secret]
  const env = { ...process.env, ...appEnvironment, ...usualTimes } as NodeJS.ProcessEnv
  return new Promise((resolve, reject) => {
    // Each call writes its line to the log, which is part of what it costs.
    execFile(process.execPath, [...program, ...given], { env, maxBuffer: 1e9 }, (error, _, figures) =>
      error ? reject(error) : resolve(JSON.parse(figures) as Guard),
    )
  })
}

async function guardFigures(): Promise<Figures> {
  const pageUs = await pageCost()
  const { bareUs, guardUs, noiseUs } = await guardCost()
  return {
    'a page of 25, all that the app does, CPU µs': pageUs,
    'the bare call in it, CPU µs': bareUs,
    'what guards the call (turns, breaker, tries, counts, log), CPU µs': guardUs,
    'how far noise goes in that, CPU µs': noiseUs,
    'the page / a page without what guards it (limit 1.03)': pageUs / (pageUs - guardUs),
  }
}

export async function benchTrouble(): Promise<Figures> {
  const run = async (): Promise<Figures> => {
    const who = await signedInPeople(count)
    await measured(who, 5_000)
    const healthy = await measured(who)
    await sandbox.faults([{ match: '/customers/users', kind: 'status', status: 503, rate: 0.1 }])
    const troubled = await measured(who)
    await sandbox.faults([])
    return {
      'answers, healthy': healthy.answers,
      'answers, while 10 % of the calls are 503': troubled.answers,
      'good answers of these, % (goal 99.9)': troubled.good * 100,
      'upstream calls an answer / healthy (limit 1.15)': troubled.callsEach / healthy.callsEach,
      'p95, healthy, ms': healthy.p95Ms,
      'p95 / healthy (limit 2.5)': troubled.p95Ms / healthy.p95Ms,
      ...(await stall(who)),
    }
  }
  return {
    ...(await withDesk(upstreamMs, run, usualTimes)),
    ...(await withDesk(0, guardFigures, usualTimes)),
  }
}
