import 'server-only'
import { randomUUID } from 'node:crypto'
import { appendSessionEvent } from '@/lib/server/audit/append'
import { ApiFailure } from '@/lib/server/http/api-failure'
import { clientIp } from '@/lib/server/http/client-ip'
import { type Count, countFailure, requireBelow } from '@/lib/server/http/limits'
import { log } from '@/lib/server/log'

/** The name that somebody tries to sign in under: only where names are typed. */
async function nameOf(request: Request): Promise<string | null> {
  if (request.method !== 'POST') return null
  const name = (
    await request
      .clone()
      .formData()
      .catch(() => null)
  )?.get('email')
  return typeof name === 'string' ? name.trim().toLowerCase().slice(0, 200) : null
}

/** next-auth leads a failure to its error page, or, asked by a script, names that address. */
async function hasFailed(response: Response): Promise<boolean> {
  if (response.status === 401) return true
  const address = response.headers.get('location') ?? ''
  return /[?&]error=/.test(address)
}

const tooMany = (error: ApiFailure['error']) => {
  const seconds = String(error.retry_after_seconds ?? 60)
  return Response.json({ error }, { status: 429, headers: { 'retry-after': seconds, 'cache-control': 'no-store' } })
}

/**
 * Lets a sign-in through unless too many have failed of late, by name or by address (security: 10 and 100 in 15 minutes; a
 * success does not count). That one failed is counted and recorded, and the answer does not tell what was wrong.
 */
export async function limitedSignIn(request: Request, signIn: () => Promise<Response>): Promise<Response> {
  const name = await nameOf(request)
  const counts: Count[] = [['signInsPerAddress', clientIp(request.headers)]]
  if (name !== null) counts.push(['signInsPerName', name])
  try {
    await Promise.all(counts.map((count) => requireBelow(...count)))
    const response = await signIn()
    if (await hasFailed(response)) {
      await Promise.all(counts.map((count) => countFailure(...count)))
      // What is no email may be a password in the wrong field.
      const actor = { email: name?.includes('@') ? name : '', name: '', role: null }
      await appendSessionEvent({ kind: 'refused', actor, note: 'sign-in', requestId: randomUUID() })
    }
    return response
  } catch (thrown) {
    if (!(thrown instanceof ApiFailure)) throw thrown
    log('warn', 'sign-in refused', { request_id: '', code: thrown.error.code })
    return thrown.error.code === 'rate_limited'
      ? tooMany(thrown.error)
      : Response.json({ error: thrown.error }, { status: 503, headers: { 'cache-control': 'no-store' } })
  }
}
