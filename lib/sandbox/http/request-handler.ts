import { setTimeout as wait } from 'node:timers/promises'
import type { HttpBindings } from '@hono/node-server'
import type { AroundBooks } from '../around-books'
import type { Holds } from '../assumptions'
import { applyFaults } from '../control/apply-faults'
import { createFaultRegistry } from '../control/fault'
import { createRequestLog } from '../control/request-log'
import { Random } from '../generate/random'
import { createCustomerEditor } from '../store/edit'
import type { Store } from '../store/store'
import type { Webhooks } from '../webhooks/webhooks'
import { createAccessTokens } from './access-tokens'
import { createRouter } from './router'

/**
 * Creates the request handler of the sandbox: the API under `/v1` with latency, faults and the request log, and the
 * control endpoints under `/_sandbox`.
 */
export function createRequestHandler(options: {
  store: Store
  around: AroundBooks
  holds: Holds
  ownUrl: string
  latencyMs: number
  webhooks: Webhooks
  onDamage: () => void
}) {
  const { store, around, holds, ownUrl, latencyMs, webhooks, onDamage } = options
  const faults = createFaultRegistry()
  const log = createRequestLog()
  const clock = () => Date.now() + faults.clockOffsetMs()
  const tokens = createAccessTokens(clock)
  const control = { faults, log, store, editor: createCustomerEditor(store.connection, holds, clock), webhooks }
  const app = createRouter({ store, around, holds, tokens, ownUrl, control, onDamage })
  const random = new Random('latency')

  return async (request: Request, env: HttpBindings): Promise<Response> => {
    const url = env.incoming.url ?? '/'
    if (!url.startsWith('/v1/')) return app.fetch(request, env)
    log.add(env.incoming, env.outgoing)
    if (faults.clockOffsetMs() !== 0) env.outgoing.setHeader('date', new Date(clock()).toUTCString())
    if (latencyMs > 0) await wait(randomLatencyMs(latencyMs, random))
    const matching = faults.takeMatching(url)
    if (matching.length === 0) return app.fetch(request, env)
    const revokeToken = () => tokens.revoke(request.headers.get('authorization') ?? undefined)
    return applyFaults(matching, env, revokeToken, async () => app.fetch(request, env))
  }
}

/** A random latency around `ms`, distributed as in a network: seldom much less, sometimes much more. */
function randomLatencyMs(ms: number, random: Random): number {
  const usual = ms * (0.7 + 0.5 * random.fraction())
  return random.chance(0.03) ? usual * (2 + 3 * random.fraction()) : usual
}
