import { setTimeout as wait } from 'node:timers/promises'
import type { HttpBindings } from '@hono/node-server'
import type { Holds } from '../assumptions'
import { faultBoard } from '../control/fault'
import { requestLog } from '../control/request-log'
import { strike } from '../control/strike'
import { Random } from '../generate/random'
import { customerEditor } from '../store/edit'
import type { Store } from '../store/store'
import { accessTokens } from './access-tokens'
import { sandboxRouter } from './router'

/**
 * Makes what answers a request: the API under `/v1`, with the latency, the faults and the record of requests around it,
 * and beside it the calls that steer these.
 */
export function serveRequests(order: {
  store: Store
  holds: Holds
  ownUrl: string
  latencyMs: number
  onDamage: () => void
}) {
  const { store, holds, ownUrl, latencyMs, onDamage } = order
  const faults = faultBoard()
  const log = requestLog()
  const clock = () => Date.now() + faults.clockOffsetMs()
  const tokens = accessTokens(clock)
  const control = { faults, log, store, editor: customerEditor(store.connection, holds, clock) }
  const app = sandboxRouter({ store, holds, tokens, ownUrl, control, onDamage })
  const random = new Random('latency')

  return async (request: Request, env: HttpBindings): Promise<Response> => {
    const url = env.incoming.url ?? '/'
    if (!url.startsWith('/v1/')) return app.fetch(request, env)
    log.record(env.incoming, env.outgoing)
    if (faults.clockOffsetMs() !== 0) env.outgoing.setHeader('date', new Date(clock()).toUTCString())
    if (latencyMs > 0) await wait(spread(latencyMs, random))
    const striking = faults.strike(url)
    if (striking.length === 0) return app.fetch(request, env)
    const endToken = () => tokens.end(request.headers.get('authorization') ?? undefined)
    return strike(striking, env, endToken, async () => app.fetch(request, env))
  }
}

/** A latency around `ms` as networks have it: seldom much less, now and then much more. */
function spread(ms: number, random: Random): number {
  const usual = ms * (0.7 + 0.5 * random.fraction())
  return random.chance(0.03) ? usual * (2 + 3 * random.fraction()) : usual
}
