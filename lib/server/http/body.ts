import 'server-only'
import { env } from '@/lib/server/env'
import { maxBodyBytes } from '@/lib/server/http/admission/body-length'
import { ApiFailure } from '@/lib/server/http/api-failure'

const invalid = (message: string, field?: string) =>
  new ApiFailure({ code: 'invalid_query', message, ...(field !== undefined && { field }) })

/** The part of a schema that `readBody` uses. */
export type BodySchema<B> = {
  safeParse(
    value: unknown,
  ):
    | { success: true; data: B }
    | { success: false; error: { issues: readonly { path: readonly PropertyKey[]; code: string; message: string }[] } }
}

async function readText(request: Request): Promise<string> {
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of request.body ?? []) {
    bytes += chunk.length
    if (bytes > maxBodyBytes) throw invalid(`The body must be at most ${maxBodyBytes} bytes.`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

/**
 * The parsed JSON body of a call that changes something. Only our own pages may send one: `Origin` must be ours, and
 * `Sec-Fetch-Site`, where it is sent, must be `same-origin` (OWASP, Cross-Site Request Forgery Prevention). Throws
 * `forbidden`, `unsupported_media_type`, or `invalid_query` with the field.
 */
export async function readBody<B>(request: Request, schema: BodySchema<B>): Promise<B> {
  const { headers } = request
  const site = headers.get('sec-fetch-site')
  if (headers.get('origin') !== env().publicUrl.origin || (site !== null && site !== 'same-origin'))
    throw new ApiFailure({ code: 'forbidden', message: 'This call is taken from our own pages alone.' })
  if (!/^application\/json\s*(;|$)/i.test(headers.get('content-type') ?? ''))
    throw new ApiFailure({ code: 'unsupported_media_type', message: 'The body must be application/json.' })
  let json: unknown
  try {
    json = JSON.parse(await readText(request))
  } catch (error) {
    throw error instanceof ApiFailure ? error : invalid('The body must be JSON.')
  }
  const parsed = schema.safeParse(json)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const field = String(issue?.path[0] ?? '')
  if (field === '') throw invalid('The body has a property too many, or is no object.')
  // What a schema of ours checks by itself, it also says in a sentence of its own.
  throw invalid(issue?.code === 'custom' ? issue.message : `${field} is missing or wrong.`, field)
}
