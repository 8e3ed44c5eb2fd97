import { timingSafeEqual } from 'node:crypto'
import { env } from '@/lib/server/env'
import { metrics } from '@/lib/server/metrics'
import { dintero } from '@/lib/server/upstream/client'

const noStore = { 'cache-control': 'no-store' }

function isEqual(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)]
  return a.length === b.length && timingSafeEqual(a, b)
}

/** The metrics of this process for Prometheus. They need the bearer token `METRICS_TOKEN`, and are 404 where it is not set. */
export async function GET(request: Request): Promise<Response> {
  const { metricsToken } = env()
  if (metricsToken === null) return new Response(null, { status: 404, headers: noStore })
  if (!isEqual(request.headers.get('authorization') ?? '', `Bearer ${metricsToken}`))
    return new Response(null, { status: 401, headers: { ...noStore, 'www-authenticate': 'Bearer' } })
  const { register, breakerOpen, waiting, tokenAge } = metrics()
  for (const account of env().accounts.values()) {
    const state = dintero().stateOf(account)
    breakerOpen.set({ account: account.id }, state.isOpen ? 1 : 0)
    waiting.set({ account: account.id }, state.waiting)
    tokenAge.set({ account: account.id }, state.tokenAgeMs === null ? -1 : state.tokenAgeMs / 1000)
  }
  return new Response(await register.metrics(), { headers: { ...noStore, 'content-type': register.contentType } })
}
