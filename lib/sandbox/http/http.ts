import { createHash } from 'node:crypto'
import type { HttpBindings } from '@hono/node-server'
import type { Context } from 'hono'
import type { Answer } from '../endpoints/endpoint'
import { ApiError, errorBody } from './api-error'

export type SandboxContext = Context<{ Bindings: HttpBindings }>

const longestBody = 262_144

export function json({ status = 200, body, headers = {} }: Answer): Response {
  return new Response(body ?? null, {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
  })
}

/** An answer with its `etag`; 304 without a body where the client has it already (RFC 9110, sections 8.8.3 and 13.1.2). */
export function withEtag(answer: Answer, ifNoneMatch: string | undefined): Answer {
  const etag = `"${createHash('sha1')
    .update(answer.body ?? '')
    .digest('hex')}"`
  const known = ifNoneMatch?.split(',').map((one) => one.trim().replace(/^W\//, ''))
  const headers = { ...answer.headers, etag }
  return known?.some((one) => one === etag || one === '*') ? { status: 304, headers } : { ...answer, headers }
}

/** What an error answers. One that nobody foresaw is 500, and told on stderr. */
export function answerOfError(error: unknown): Response {
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

/** The path of a request as it arrived, nothing decoded or resolved. */
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

/** The body of a request as text; 413 for one that is too long, 400 for one that the client broke off. */
export async function bodyText(c: SandboxContext): Promise<string> {
  const chunks: Buffer[] = []
  let length = 0
  try {
    for await (const chunk of c.env.incoming) {
      length += chunk.length
      if (length > longestBody) break
      chunks.push(chunk)
    }
  } catch {
    throw new ApiError(400, 'The body did not arrive')
  }
  if (length > longestBody) throw new ApiError(413, 'The body is too long')
  return Buffer.concat(chunks).toString('utf8')
}
