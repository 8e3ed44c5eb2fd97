import { randomBytes, timingSafeEqual } from 'node:crypto'
import { errors as joseErrors, jwtVerify, SignJWT } from 'jose'
import { ApiError, badParameter, unauthorized } from './api-error'
import { clients, type Scope } from './clients'
import { parseJsonObject } from './json-body'

export const tokenLifetimeSeconds = 14_400

/** The sandbox's clock in milliseconds. A fault can set it ahead. */
export type Clock = () => number

/**
 * Issues and checks access tokens: JWTs for one account that expire, signed with a key that lives as long as the
 * process. Source: "Access token" in the contract.
 */
export function createAccessTokens(clock: Clock) {
  const key = randomBytes(32)
  const issuer = 'https://api.dintero.com'
  // Verified tokens are cached: checking a signature costs more than finding a page of customers.
  const revoked = new Set<string>()
  const verified = new Map<string, { account: string; scope: string; endMs: number }>()

  return {
    /** The client of an HTTP Basic header. 401 when the header is missing or malformed, or the secret is wrong. */
    authenticateClient(header: string | undefined): { id: string; scope: string } {
      const encoded = /^basic ([a-z0-9+/=_-]+)$/i.exec(header ?? '')?.[1]
      const text = Buffer.from(encoded ?? '', 'base64').toString('utf8')
      const colon = text.indexOf(':')
      const found = clients.find(({ id }) => id === text.slice(0, colon))
      if (!found || colon === -1 || !sameText(text.slice(colon + 1), found.secret)) {
        throw new ApiError(401, 'Unknown client or wrong secret', {
          code: 'UNAUTHORIZED',
          headers: { 'www-authenticate': 'Basic realm="sandbox"' },
        })
      }
      return found
    },

    /** Issues a token to the client for the account. */
    async issue(account: string, audience: string, { id, scope }: { id: string; scope: string }): Promise<string> {
      const nowSeconds = Math.floor(clock() / 1000)
      return new SignJWT({ scope, 'https://dintero.com/account': account })
        .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
        .setIssuer(issuer)
        .setSubject(id)
        .setAudience(audience)
        .setIssuedAt(nowSeconds)
        .setExpirationTime(nowSeconds + tokenLifetimeSeconds)
        .setJti(randomBytes(8).toString('hex'))
        .sign(key)
    },

    /** Revokes the token of a Bearer header. */
    revoke(header: string | undefined): void {
      revoked.add(/^bearer (.+)$/i.exec(header ?? '')?.[1] ?? '')
    },

    /**
     * Checks a Bearer header for an account. 401 for an invalid or expired token or one of another account, 403 without
     * the scope. A scope to administer includes the one to read.
     */
    async check(header: string | undefined, account: string, needed: Scope): Promise<void> {
      const token = /^bearer ([\w.~+/=-]+)$/i.exec(header ?? '')?.[1]
      if (!token) throw unauthorized('A bearer token is required')
      if (revoked.has(token)) throw unauthorized('The token has ended')
      const claims = verified.get(token) ?? (await verify(token))
      if (claims.endMs <= clock()) throw unauthorized('The token has ended')
      if (claims.account !== account) throw unauthorized('The token is for another account')
      const accepted = [needed, needed.replace('read:', 'admin:')]
      if (!claims.scope.split(' ').some((scope) => accepted.includes(scope)))
        throw new ApiError(403, `The scope ${needed} is required`, { code: 'FORBIDDEN' })
    },
  }

  async function verify(token: string) {
    try {
      const { payload } = await jwtVerify(token, key, { algorithms: ['HS256'], issuer, currentDate: new Date(clock()) })
      const account = payload['https://dintero.com/account']
      const claims = { account: String(account), scope: String(payload.scope ?? ''), endMs: (payload.exp ?? 0) * 1000 }
      if (verified.size > 1000) verified.clear()
      verified.set(token, claims)
      return claims
    } catch (error) {
      throw unauthorized(error instanceof joseErrors.JWTExpired ? 'The token has ended' : 'The token is not valid')
    }
  }
}

/** The requested audience in the body of a token request. Throws a 400 that names the wrong field. */
export function parseTokenRequest(body: string, account: string, ownUrl: string): string {
  const { grant_type, audience } = parseJsonObject(body)
  if (grant_type !== 'client_credentials') throw badParameter('grant_type', 'must be client_credentials')
  const allowed = [`${ownUrl}/accounts/${account}`, `https://api.dintero.com/v1/accounts/${account}`]
  const requested = allowed.find((candidate) => candidate === audience)
  if (!requested) throw badParameter('audience', `must be ${allowed[1]} or the sandbox's own address of the account`)
  return requested
}

function sameText(a: string, b: string): boolean {
  const left = Buffer.from(a)
  const right = Buffer.from(b)
  return left.length === right.length && timingSafeEqual(left, right)
}
