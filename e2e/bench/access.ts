import { accounts } from '../../lib/sandbox/seed/seed'
import { appEnvironment, appUrl, port as portOf } from '../servers'
import { answers, type Figures, start, stopped, withDesk } from './desk'
import { load, median } from './load'
import { signedInPeople } from './people'

/** Measures the cost of the audit log: runs the app with it, and with one that costs the database nothing, in turn. */

const unrecordedUrl = `http://localhost:${portOf(3313)}`
const rounds = 9
const seconds = 3

export async function benchAccess(): Promise<Figures> {
  return withDesk(0, async () => {
    const preload = new URL('record-for-nothing.mjs', import.meta.url).href
    const unrecorded = start(['--import', preload, '.next/standalone/server.js'], {
      ...process.env,
      ...appEnvironment,
      PORT: new URL(unrecordedUrl).port,
    } as NodeJS.ProcessEnv)
    try {
      await answers(`${unrecordedUrl}/api/health/live`)
      const people = await signedInPeople(60)
      const ask = (url: string) =>
        load(`${url}/api/accounts/${accounts.test}/customers`, people, { seconds, status: 200 })
      await ask(appUrl)
      await ask(unrecordedUrl)
      const pairs = []
      for (let round = 0; round < rounds; round += 1)
        pairs.push({ recorded: await ask(appUrl), bare: await ask(unrecordedUrl) })
      return {
        'a page, not recorded, requests/s': median(pairs.map(({ bare }) => bare.perSecond)),
        'a page, recorded, requests/s': median(pairs.map(({ recorded }) => recorded.perSecond)),
        'recorded / not recorded (goal 0.85)': median(
          pairs.map(({ recorded, bare }) => recorded.perSecond / bare.perSecond),
        ),
        'p95 recorded less not recorded, ms (goal 5)': median(
          pairs.map(({ recorded, bare }) => recorded.p95Ms - bare.p95Ms),
        ),
      }
    } finally {
      await stopped(unrecorded)
    }
  })
}
