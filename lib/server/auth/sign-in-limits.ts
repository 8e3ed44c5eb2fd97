import 'server-only'
import { randomUUID } from 'node:crypto'
import { appendSessionEvents } from '@/lib/server/audit/append'
import { storable } from '@/lib/server/audit/rows'
import { hasSignedIn, rememberSignIn } from '@/lib/server/auth/known-sign-ins'
import { ApiFailure } from '@/lib/server/http/api-failure'
import { clientIp } from '@/lib/server/http/client-ip'
import { countAgainst, giveBack } from '@/lib/server/http/limits'
import { log } from '@/lib/server/log'

/** The only type of a sign-in form. next-auth takes JSON too, and each type whose text holds one of both. */
const formType = /^application\/x-www-form-urlencoded(\s*;\s*charset=utf-8)?$/i

/**
 * The email of a sign-in form, or null for a request that carries none. Where the form names several, it is the last one, as
 * next-auth reads it. Throws `unsupported_media_type` for a body whose name we would not see.
 */
async function submittedEmail(request: Request): Promise<string | null> {
  if (request.method !== 'POST' || request.body === null) return null
  if (!formType.test(request.headers.get('content-type') ?? ''))
    throw new ApiFailure({ code: 'unsupported_media_type', message: 'A sign-in must be a form.' })
  const name = new URLSearchParams(await request.clone().text()).getAll('email').at(-1)
  return name === undefined ? null : storable(name).trim().toLowerCase().slice(0, 200)
}

/** next-auth answers a failure with 401, or with a redirect to its error page. */
const hasFailed = (response: Response) =>
  response.status === 401 || /[?&]error=/.test(response.headers.get('location') ?? '')

/** A success is recognised by the session that it begins: next-auth also redirects where a form lacks its token. */
const hasSucceeded = (response: Response) =>
  response.headers.getSetCookie().some((cookie) => /^(__Host-)?desk\.session-token(\.\d+)?=[^;]/.test(cookie))

const isRateLimited = (thrown: unknown): thrown is ApiFailure =>
  thrown instanceof ApiFailure && thrown.error.code === 'rate_limited'

const tooManyResponse = (error: ApiFailure['error']) => {
  const seconds = String(error.retry_after_seconds ?? 60)
  return Response.json({ error }, { status: 429, headers: { 'retry-after': seconds, 'cache-control': 'no-store' } })
}

type Attempt = { name: string | null; ip: string; isAddressOver: boolean; takeBack: () => Promise<unknown> }

/** Counts an attempt. Throws `rate_limited`, and an attempt that is refused is not counted. */
async function countAttempt(name: string | null, ip: string): Promise<Attempt> {
  const taken: [limit: 'signInsPerName' | 'signInsPerIp', key: string][] = []
  // A count that cannot be taken back lapses by itself, and changes nothing of a session that has begun.
  const takeBack = () => Promise.allSettled(taken.map((count) => giveBack(...count)))
  try {
    if (name !== null) {
      taken.push(['signInsPerName', name])
      await countAgainst('signInsPerName', name)
    }
    taken.push(['signInsPerIp', ip])
    await countAgainst('signInsPerIp', ip)
    return { name, ip, isAddressOver: false, takeBack }
  } catch (thrown) {
    const isAddressOver = isRateLimited(thrown) && taken.at(-1)?.[0] === 'signInsPerIp'
    if (isAddressOver && (await hasSignedIn(ip, name))) return { name, ip, isAddressOver, takeBack }
    if (isRateLimited(thrown)) await takeBack()
    throw thrown
  }
}

async function auditFailure({ name, isAddressOver }: Attempt): Promise<void> {
  // What carries no name is bounded by its address alone, and fills the audit log no further than that.
  if (name === null && isAddressOver) return
  // Text that is no email may be a password in the wrong field, so it is not stored.
  const actor = { email: name?.includes('@') ? name : '', name: '', role: null }
  await appendSessionEvents([{ kind: 'refused', actor, note: 'sign-in', requestId: randomUUID() }])
}

/**
 * Runs a sign-in unless too many have failed within 15 minutes: 10 for one email or 100 from one IP address, unless
 * configured otherwise. An attempt is counted before it is checked, so that no number of them at once passes the limit, and
 * taken back unless it failed. The limit of an address does not refuse a name that has signed in from it before. The answer
 * does not reveal which part was wrong (OWASP ASVS 5.0, chapter 6).
 */
export async function limitSignIn(request: Request, signIn: () => Promise<Response>): Promise<Response> {
  let attempt: Attempt
  try {
    attempt = await countAttempt(await submittedEmail(request), clientIp(request.headers))
  } catch (thrown) {
    if (!isRateLimited(thrown)) throw thrown
    log('warn', 'sign-in refused', { request_id: '', code: 'rate_limited' })
    return tooManyResponse(thrown.error)
  }
  let isFailure = false
  try {
    const response = await signIn()
    isFailure = hasFailed(response)
    if (isFailure) await auditFailure(attempt)
    // The session has begun and is audited: that its address is not remembered changes nothing of it.
    else if (hasSucceeded(response)) await rememberSignIn(attempt.ip, attempt.name).catch(() => {})
    return response
  } finally {
    if (!isFailure) await attempt.takeBack()
  }
}
