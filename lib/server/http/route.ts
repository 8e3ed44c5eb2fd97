import 'server-only'
import { randomUUID } from 'node:crypto'
import { hasPermission, type Permission } from '@/lib/access'
import { type ApiError, statusOf } from '@/lib/api/errors'
import { buildHeader } from '@/lib/api/newer-build'
import type { QueryProblem } from '@/lib/customers/filters/parse-customer-query'
import { auditRefusal } from '@/lib/server/audit/refusal'
import { type AccountAccess, ownRequest, requireAccount, requirePermission } from '@/lib/server/auth/account-access'
import { requireViewer } from '@/lib/server/auth/viewer'
import { env } from '@/lib/server/env'
import { ApiFailure } from '@/lib/server/http/api-failure'
import { Attachment } from '@/lib/server/http/attachment'
import { type BodySchema, readBody } from '@/lib/server/http/body'
import { buildId } from '@/lib/server/http/build-id'
import { jsonContentType } from '@/lib/server/http/json-content-type'
import { countCall } from '@/lib/server/http/limits'
import { log } from '@/lib/server/log'

type Parsed<Q> = { query: Q; problems: QueryProblem[] }
type Params = Record<string, string | string[] | undefined>

type Route<Q, A, B> = {
  permission: Permission
  /** The strict reading of the query: its first problem is the answer. */
  query: (params: URLSearchParams) => Parsed<Q>
  /** The shape of the body, of a call that changes something. */
  body?: BodySchema<B>
  /** The shape of the answer, checked in development and in tests; production relies on the type. */
  response: { safeParse(value: unknown): { success: boolean } }
  run: (call: { access: AccountAccess; query: Q; body: B; customerId: string; signal: AbortSignal }) => Promise<A>
}

/** A query that takes nothing: any parameter is wrong. */
export function noQuery(params: URLSearchParams): Parsed<Record<string, never>> {
  return {
    query: {},
    problems: [...params.keys()].map((field) => ({ field, reason: 'unknown' as const, expected: '' })),
  }
}

function toMessage({ field, reason, expected }: QueryProblem): string {
  if (reason === 'unknown')
    return expected
      ? `The parameter ${field} is not known; known are ${expected}.`
      : `The parameter ${field} is not known; this address takes none.`
  return reason === 'doubled'
    ? `The parameter ${field} stands more than once.`
    : `The parameter ${field} must be ${expected}.`
}

/** The answer as text; `proxy.ts` names the content type of JSON, and Next compresses it. */
function answer(status: number, body: unknown, headers: Record<string, string>): Response {
  const own = body instanceof Attachment ? body.headers : { 'content-type': jsonContentType }
  const all = { ...own, 'cache-control': 'no-store', ...headers }
  return new Response(body instanceof Attachment ? body.content : JSON.stringify(body), { status, headers: all })
}

/** An `ApiError` of anything thrown. What was not foreseen is `internal`, and only its kind is logged. */
export function toApiError(thrown: unknown, requestId: string): ApiError {
  if (thrown instanceof ApiFailure) return { ...thrown.error, request_id: requestId }
  log('error', 'unexpected failure', {
    request_id: requestId,
    code: 'internal',
    error: thrown instanceof Error ? thrown.name : typeof thrown,
  })
  return { code: 'internal', message: 'The server failed in a way it did not foresee.', request_id: requestId }
}

/**
 * The one way a request goes through: session, account, limits, permission, strict query, run (which records what is read),
 * then the answer or the error of `api-error`, never cached, with a request id.
 */
export function handle<Q, A, B = undefined>({ permission, query, body: shape, response, run }: Route<Q, A, B>) {
  return async (request: Request, context: { params: Promise<Params> }): Promise<Response> => {
    const started = performance.now()
    const requestId = randomUUID()
    const url = new URL(request.url)
    let body: unknown
    let error: ApiError | null = null
    try {
      const viewer = await requireViewer()
      const { accountId, customerId } = await context.params
      const access = { viewer, account: requireAccount(viewer, String(accountId)), request: ownRequest(requestId) }
      await countCall(viewer.email, access.account.id)
      if (!hasPermission(viewer.role, permission)) await auditRefusal(access, permission, customerId?.toString())
      requirePermission(viewer, permission)
      const { query: parsed, problems } = query(url.searchParams)
      if (problems[0])
        throw new ApiFailure({ code: 'invalid_query', message: toMessage(problems[0]), field: problems[0].field })
      const sent = (shape ? await readBody(request, shape) : undefined) as B
      const call = { access, query: parsed, body: sent, customerId: String(customerId ?? ''), signal: request.signal }
      body = await run(call)
      if (env().isDevelopment && !response.safeParse(body).success) throw new Error('The answer breaks its own schema')
    } catch (thrown) {
      // The reader has left; 499 is what proxies call it, and nobody reads it.
      if (request.signal.aborted) return new Response(null, { status: 499 })
      error = toApiError(thrown, requestId)
    }
    const status = error ? statusOf[error.code] : 200
    const headers: Record<string, string> = { 'x-request-id': requestId, [buildHeader]: buildId() }
    if (error?.retry_after_seconds !== undefined) headers['retry-after'] = String(error.retry_after_seconds)
    log(status >= 500 ? 'warn' : 'info', 'request', {
      request_id: requestId,
      route: url.pathname.split('/')[4] ?? '',
      status,
      code: error?.code,
      duration_ms: Math.round(performance.now() - started),
    })
    return answer(status, error ? { error } : body, headers)
  }
}
