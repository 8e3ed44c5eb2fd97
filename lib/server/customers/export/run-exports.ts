import 'server-only'
import { makeNextPage } from '@/lib/server/customers/export/make-page'
import { deleteExpired, nextDueMs } from '@/lib/server/customers/export/turns'
import { log } from '@/lib/server/log'
import { processSingleton } from '@/lib/server/process-singleton'
import { describeThrown } from '@/lib/server/thrown'

/** How many pages a process makes at once: while Dintero is slow for one account, another's goes on. */
const atOnce = 2
/** How often a process looks for exports that another has left, or that the database kept it from. */
const idleMs = 2_000
const sweepMs = 60_000

const sleepers = () => processSingleton('exports that sleep', () => new Set<() => void>())

/** Lets this process look for pages to make at once. */
export function wakeExports(): void {
  for (const wake of sleepers()) wake()
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => {
    const wake = () => {
      clearTimeout(timer)
      sleepers().delete(wake)
      resolve()
    }
    const timer = setTimeout(wake, ms).unref()
    sleepers().add(wake)
  })
}

async function makePages(): Promise<never> {
  for (;;) {
    try {
      if (await makeNextPage()) continue
      await sleep(Math.min(idleMs, Math.max(50, (await nextDueMs()) ?? idleMs)))
    } catch (error) {
      log('warn', 'exports wait for the database', describeThrown(error))
      await sleep(idleMs)
    }
  }
}

/** Makes pages of exports as long as this process runs, and removes those whose time is over. */
export function runExports(): void {
  for (let started = 0; started < atOnce; started++) void makePages()
  setInterval(() => void deleteExpired().catch(() => {}), sweepMs).unref()
}
