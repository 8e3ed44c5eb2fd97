import 'server-only'
import type { Permission } from '@/lib/access'
import { type ApiError, statusOf } from '@/lib/api/errors'
import { buildHeader } from '@/lib/api/newer-build'
import { personHeader } from '@/lib/api/person'
import { type AccountAccess, beginRequest, type Viewer } from '@/lib/server/auth/account-access'
import { personKey } from '@/lib/server/auth/person-key'
import { env } from '@/lib/server/env'
import { withDroppedParams } from '@/lib/server/http/admission/dropped-param'
import { toApiError } from '@/lib/server/http/api-failure'
import { type BodySchema, readBody } from '@/lib/server/http/body'
import { buildId } from '@/lib/server/http/build-id'
import { guard, type ParamsSchema, type PathParams } from '@/lib/server/http/guard'
import { jsonContentType } from '@/lib/server/http/json-content-type'
import { type ParseQuery, strictQuery } from '@/lib/server/http/query'
import { StreamedAnswer } from '@/lib/server/http/streamed-answer'
import { log } from '@/lib/server/log'

type Route<Q, A, P, B> = {
  permission: Permission
  /** The shape of the path parameters beside `accountId`, where there are any. */
  params?: ParamsSchema<P>
  /** Parses the query strictly: its first problem is the answer. */
  query: ParseQuery<Q>
  /** The shape of the body, for a call that changes something. */
  body?: BodySchema<B>
  /** The shape of the answer. It is checked in development and in tests; production relies on the type. */
  response: { safeParse(value: unknown): { success: boolean } }
  run: (call: { access: AccountAccess; params: P; query: Q; body: B; signal: AbortSignal }) => Promise<A>
}

/** The answer as text. `proxy.ts` sets the content type of JSON as well, so that Next compresses it. */
function toResponse(status: number, body: unknown, headers: Record<string, string>): Response {
  const own = body instanceof StreamedAnswer ? body.headers : { 'content-type': jsonContentType }
  const all = { 'cache-control': 'no-store', ...own, ...headers }
  return new Response(body instanceof StreamedAnswer ? body.content : JSON.stringify(body), { status, headers: all })
}

/**
 * The pattern of a path below an account, for the log: `customers/[customerId]/raw`. What a caller wrote is no part of it;
 * a path of no route is `unknown`.
 */
function routeOf(pathname: string, { accountId: _, rest, ...ids }: PathParams): string {
  const segments = pathname.split('/').slice(4)
  // An id stands behind the name of what it is an id of.
  for (const [at, name] of Object.keys(ids).entries()) segments[2 * at + 1] = `[${name}]`
  const isKnown = rest === undefined && segments.every((one) => /^[a-z-]+$|^\[\w+\]$/.test(one))
  return isKnown ? segments.join('/') : 'unknown'
}

/**
 * An API route of an account: guard, strict query, body, `run` (which audits what it reads), then the answer or the error
 * of `lib/api/errors.ts`. The answer is never cached and carries a request id.
 */
export function route<Q, A, P = undefined, B = undefined>({
  permission,
  params,
  query,
  body,
  response,
  run,
}: Route<Q, A, P, B>) {
  return async (request: Request, context: { params: Promise<PathParams> }): Promise<Response> => {
    const own = beginRequest(request.headers)
    const url = new URL(request.url)
    const headers: Record<string, string> = { 'x-request-id': own.id, [buildHeader]: buildId() }
    const onViewer = (viewer: Viewer) => {
      headers[personHeader] = personKey(viewer)
    }
    const pathParams = await context.params
    let answer: unknown
    let error: ApiError | null = null
    try {
      const guarded = await guard({ permission, params, pathParams, request: own, onViewer })
      const parsedQuery = strictQuery(query, withDroppedParams(url.searchParams, request.headers))
      const parsedBody = (body ? await readBody(request, body) : undefined) as B
      answer = await run({ ...guarded, query: parsedQuery, body: parsedBody, signal: request.signal })
      if (env().checksResponses && !response.safeParse(answer).success)
        throw new Error('The answer does not match its schema')
    } catch (thrown) {
      // The client has gone and reads no answer. 499 is what proxies call that.
      if (request.signal.aborted) return new Response(null, { status: 499 })
      error = toApiError(thrown, own.id)
    }
    const status = error ? statusOf[error.code] : 200
    if (error?.retry_after_seconds !== undefined) headers['retry-after'] = String(error.retry_after_seconds)
    log(status >= 500 ? 'warn' : 'info', 'request', {
      request_id: own.id,
      route: routeOf(url.pathname, pathParams),
      status,
      code: error?.code,
      duration_ms: Math.round(performance.now() - own.startedAt),
    })
    return toResponse(status, error ? { error } : answer, headers)
  }
}
