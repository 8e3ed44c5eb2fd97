import { createHash } from 'node:crypto'
import type { HttpBindings } from '@hono/node-server'
import type { Context } from 'hono'
import type { Answer } from '../endpoints/endpoint'
import { ApiError, errorBody } from './api-error'

export type SandboxContext = Context<{ Bindings: HttpBindings }>

const maxBodyBytes = 262_144

export function json({ status = 200, body, headers = {} }: Answer): Response {
  return new Response(body ?? null, {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
  })
}

/**
 * Adds an `etag`. Gives a 304 without a body when the client already has that answer (RFC 9110, sections 8.8.3 and
 * 13.1.2).
 */
export function withEtag(answer: Answer, ifNoneMatch: string | undefined): Answer {
  const etag = `"${createHash('sha1')
    .update(answer.body ?? '')
    .digest('hex')}"`
  const clientEtags = ifNoneMatch?.split(',').map((value) => value.trim().replace(/^W\//, ''))
  const headers = { ...answer.headers, etag }
  return clientEtags?.some((value) => value === etag || value === '*')
    ? { status: 304, headers }
    : { ...answer, headers }
}

/** The response to an error. An unexpected error gives a 500 and is written to stderr. */
export function errorResponse(error: unknown): Response {
  if (error instanceof ApiError) {
    const { code, errors, headers } = error.details
    return json({ status: error.status, body: errorBody(error.message, code, errors), headers })
  }
  process.stderr.write(`sandbox: ${error instanceof Error ? error.stack : error}\n`)
  return json({ status: 500, body: errorBody('The sandbox failed') })
}

export function refuseMethod(allowed: string): never {
  throw new ApiError(405, `Only ${allowed} is allowed here`, {
    code: 'METHOD NOT ALLOWED',
    headers: { allow: allowed },
  })
}

/** The path of a request as it arrived, neither decoded nor resolved. */
export function rawPath(env: HttpBindings | undefined): string {
  const url = env?.incoming.url ?? '/'
  const end = url.search(/[?#]/)
  return end === -1 ? url : url.slice(0, end)
}

export function rawQuery(c: SandboxContext): string {
  const url = c.env.incoming.url ?? ''
  const start = url.indexOf('?')
  return start === -1 ? '' : url.slice(start + 1)
}

/** The body of a request as text. 413 when it is too long, 400 when the client aborts it. */
export async function bodyText(c: SandboxContext): Promise<string> {
  const chunks: Buffer[] = []
  let length = 0
  try {
    for await (const chunk of c.env.incoming) {
      length += chunk.length
      if (length > maxBodyBytes) break
      chunks.push(chunk)
    }
  } catch {
    throw new ApiError(400, 'The body did not arrive')
  }
  if (length > maxBodyBytes) throw new ApiError(413, 'The body is too long')
  return Buffer.concat(chunks).toString('utf8')
}
