import { once } from 'node:events'
import { type OwnApp, startApp } from '../../own-app'

/** An app that is inspected: the resources that it holds, and log lines that it should not write. */

/** Bytes of the heap after a collection, outside the heap, and of the whole process, and the number of sockets and timers. */
export type Holding = { heap: number; external: number; rss: number; sockets: number; timers: number }

const answerSignals = `
  const tell = (what) => console.log(JSON.stringify({ watched: what }))
  process.on('unhandledRejection', (reason) => tell({ rejection: String(reason?.stack ?? reason) }))
  process.on('SIGUSR2', async () => {
    gc()
    // Objects that a finalizer releases are freed by the next collection.
    await new Promise((resolve) => setTimeout(resolve, 100))
    gc()
    const { heapUsed, external, rss } = process.memoryUsage()
    const resources = process.getActiveResourcesInfo()
    const count = (name) => resources.filter((one) => one === name).length
    const holding = { heap: heapUsed, external, rss, sockets: count('TCPSocketWrap'), timers: count('Timeout') }
    tell({ holding })
  })`

/** Twice the timeouts of the other tests, because twenty readers on a busy machine are slow without any fault. */
const settings = {
  UPSTREAM_TIMEOUT_MS: '4000',
  UPSTREAM_FIRST_BYTE_MS: '2400',
  UPSTREAM_BETWEEN_BYTES_MS: '1600',
  UPSTREAM_HEDGE_MS: '1200',
}

type Line = { watched?: { holding?: Holding; rejection?: string }; level?: number; msg?: string; code?: string }

/** The last two are written where a busy machine keeps the database waiting. */
const foreseenErrors = [
  'Dintero refuses the client id and secret of an account',
  'database unavailable',
  'database not writable',
]

/** Log lines about failures of Dintero are expected. Unexpected errors and output outside our log format are not. */
const isForeseen = ({ level = 0, msg = '', code }: Line) =>
  level > 0 && code !== 'internal' && (level < 50 || foreseenErrors.includes(msg))

function parsed(text: string): Line {
  try {
    return JSON.parse(text) as Line
  } catch {
    return {}
  }
}

export async function startWatchedApp(port: number) {
  const unforeseen: string[] = []
  let onHolding: (holding: Holding) => void = () => {}
  let isUp = false
  const onLine = (text: string) => {
    const line = parsed(text)
    if (line.watched?.holding) onHolding(line.watched.holding)
    // The output of Next at startup is not part of the log.
    else if (isUp && !isForeseen(line)) unforeseen.push(text)
  }
  const flags = ['--expose-gc', '--import', `data:text/javascript,${encodeURIComponent(answerSignals)}`]
  const app: OwnApp = await startApp(port, { flags, onLine, settings })
  isUp = true
  return {
    ...app,
    unforeseen,
    holding: (): Promise<Holding> => {
      const holding = new Promise<Holding>((resolve, reject) => {
        onHolding = resolve
        void once(app.child, 'exit').then(() => reject(new Error('The app has ended')))
      })
      app.child.kill('SIGUSR2')
      return holding
    },
  }
}
