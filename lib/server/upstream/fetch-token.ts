import 'server-only'
import { z } from 'zod'
import type { Account } from '@/lib/server/env-schema'
import { type DinteroFailure, failureOfStatus, type StatusFailure } from '@/lib/server/upstream/failure'
import { observe } from '@/lib/server/upstream/observe'
import type { CallTimes } from '@/lib/server/upstream/settings'
import { failureOfTransport, send, TransportError } from '@/lib/server/upstream/transport'

export type FetchedToken = { ok: true; token: string; lifeMs: number } | { ok: false; failure: DinteroFailure }

const answerSchema = z.object({
  access_token: z.string().regex(/^[\w.~+/=-]+$/),
  token_type: z.string().regex(/^bearer$/i),
  expires_in: z.number().positive(),
})

/**
 * Asks for an access token by client credentials (RFC 6749, section 4.4; contract, "Access token"). Whatever that call
 * refuses (400, 401, 403, 404), it is our credentials that it refuses: `unauthorized`.
 */
export async function fetchToken(baseUrl: string, account: Account, times: CallTimes): Promise<FetchedToken> {
  const startedAt = performance.now()
  const { status, ...result } = await request(baseUrl, account, times)
  observe({ account: account.id, endpoint: 'token' }, startedAt, result.ok ? null : result.failure, status)
  return result
}

async function request(
  baseUrl: string,
  account: Account,
  times: CallTimes,
): Promise<FetchedToken & { status?: number }> {
  const credentials = Buffer.from(`${account.client_id}:${account.client_secret}`).toString('base64')
  try {
    const { status, headers, text } = await send(new URL(`${baseUrl}/accounts/${account.id}/auth/token`), {
      method: 'POST',
      headers: {
        accept: 'application/json',
        'content-type': 'application/json',
        authorization: `Basic ${credentials}`,
      },
      // The audience is the account's URL at Dintero, even if another host is configured.
      body: JSON.stringify({
        grant_type: 'client_credentials',
        audience: `https://api.dintero.com/v1/accounts/${account.id}`,
      }),
      ...times,
    })
    const failure = failureOfStatus(status, headers)
    if (failure) return { ok: false, failure: isRefusal(failure) ? { kind: 'unauthorized' } : failure, status }
    const { access_token, expires_in } = answerSchema.parse(JSON.parse(text))
    return { ok: true, token: access_token, lifeMs: expires_in * 1000, status }
  } catch (error) {
    if (error instanceof TransportError) return { ok: false, failure: failureOfTransport(error) }
    if (error instanceof z.ZodError || error instanceof SyntaxError) return { ok: false, failure: { kind: 'invalid' } }
    throw error
  }
}

type Refusal = Extract<StatusFailure, { kind: 'bad_request' | 'unauthorized' | 'forbidden' | 'not_found' }>

const isRefusal = (failure: StatusFailure): failure is Refusal =>
  ['bad_request', 'unauthorized', 'forbidden', 'not_found'].includes(failure.kind)
