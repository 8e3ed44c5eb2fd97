import 'server-only'
import { env } from '@/lib/server/env'
import { ApiFailure } from '@/lib/server/http/api-failure'

/** The longest body, in bytes (security: line 32). */
const mostBytes = 16 * 1024

const wrong = (message: string, field?: string) =>
  new ApiFailure({ code: 'invalid_query', message, ...(field !== undefined && { field }) })

/** What `readBody` needs of a schema. */
export type BodySchema<B> = {
  safeParse(
    value: unknown,
  ): { success: true; data: B } | { success: false; error: { issues: readonly { path: readonly PropertyKey[] }[] } }
}

async function readText(request: Request): Promise<string> {
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of request.body ?? []) {
    bytes += chunk.length
    if (bytes > mostBytes) throw wrong(`The body must be at most ${mostBytes} bytes.`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

/**
 * The JSON body of a call that changes something. It must come from our own pages: `Origin` is ours, and
 * `Sec-Fetch-Site`, where it is sent, `same-origin` (security: line 24). Throws `forbidden`, or `invalid_query` with the
 * field.
 */
export async function readBody<B>(request: Request, schema: BodySchema<B>): Promise<B> {
  const { headers } = request
  const site = headers.get('sec-fetch-site')
  if (headers.get('origin') !== env().publicUrl.origin || (site !== null && site !== 'same-origin'))
    throw new ApiFailure({ code: 'forbidden', message: 'This call is taken from our own pages alone.' })
  if (!/^application\/json\b/i.test(headers.get('content-type') ?? '')) throw wrong('The body must be JSON.')
  let json: unknown
  try {
    json = JSON.parse(await readText(request))
  } catch (error) {
    throw error instanceof ApiFailure ? error : wrong('The body must be JSON.')
  }
  const parsed = schema.safeParse(json)
  if (parsed.success) return parsed.data
  const field = String(parsed.error.issues[0]?.path[0] ?? '')
  throw field === ''
    ? wrong('The body has a property too many, or is no object.')
    : wrong(`${field} is missing or wrong.`, field)
}
