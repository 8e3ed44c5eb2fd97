import http from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { accounts } from '../../lib/sandbox/seed/seed'
import { appUrl } from '../servers'
import { type Figures, withDesk } from './desk'
import { load, median } from './load'
import { signedInPeople } from './people'

/** Measures what one person's many requests at once cost another, who has one request after the other answered. */

const rounds = 5
const seconds = 4
const pauseMs = 30
const listUrl = `${appUrl}/api/accounts/${accounts.test}/customers?limit=25`

/** The 95th percentile of a person's requests with a pause between them, in milliseconds. */
export async function p95(headers: Record<string, string>): Promise<number> {
  const times: number[] = []
  const until = performance.now() + seconds * 1_000
  while (performance.now() < until) {
    const started = performance.now()
    const response = await fetch(listUrl, { headers })
    await response.arrayBuffer()
    if (response.status !== 200) throw new Error(`The list answered ${response.status}`)
    times.push(performance.now() - started)
    await wait(pauseMs)
  }
  return times.sort((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? Number.NaN
}

type Neighbour = (isOver: () => boolean) => Promise<unknown>

/** 20 requests at once of a URL, each again as soon as it is answered. */
const busy =
  (url: string, headers: Record<string, string>): Neighbour =>
  async (isOver) => {
    while (!isOver()) await load(url, [headers], { seconds: 1, status: 200, connections: 20 })
  }

/** 40 exports of the activity at once, none of which is read, each again where it is refused. */
const slow =
  (headers: Record<string, string>): Neighbour =>
  async (isOver) => {
    const agent = new http.Agent({ maxSockets: 40 })
    const one = async () => {
      while (!isOver()) {
        const request = http.get(`${appUrl}/api/accounts/${accounts.test}/activity-export`, { agent, headers })
        await new Promise<void>((resolve) => {
          const poll = setInterval(() => isOver() && request.destroy(), 50)
          request
            .on('error', () => {})
            .on('close', () => {
              clearInterval(poll)
              resolve()
            })
          request.on('response', (response) => response.statusCode === 200 || request.destroy())
        })
      }
    }
    await Promise.all(Array.from({ length: 40 }, one))
  }

/** The median over some rounds of the p95 alone, and of the p95 beside a neighbour divided by it. */
async function beside(headers: Record<string, string>, neighbour: Neighbour) {
  const pairs = []
  for (let round = 0; round < rounds; round += 1) {
    const alone = await p95(headers)
    let isOver = false
    const work = neighbour(() => isOver)
    await wait(500)
    const besideMs = await p95(headers)
    isOver = true
    await work
    pairs.push({ alone, ratio: besideMs / alone })
  }
  return { alone: median(pairs.map(({ alone }) => alone)), ratio: median(pairs.map(({ ratio }) => ratio)) }
}

export async function benchNeighbour(): Promise<Figures> {
  return withDesk(0, async () => {
    const [person = {}, other = {}] = await signedInPeople(2)
    await p95(person)
    const api = await beside(person, busy(listUrl, other))
    const pages = await beside(person, busy(`${appUrl}/${accounts.test}/customers`, other))
    const anonymous = await beside(person, busy(`${appUrl}/sign-in`, {}))
    const exports = await beside(person, slow(other))
    return {
      'p95 of a person alone, ms': api.alone,
      'beside 20 API calls at once / alone (goal 3)': api.ratio,
      'beside 20 pages at once / alone (goal 3)': pages.ratio,
      'beside 20 anonymous sign-in pages at once / alone (goal 3)': anonymous.ratio,
      'beside 40 exports that are not read / alone (goal 3)': exports.ratio,
    }
  })
}
