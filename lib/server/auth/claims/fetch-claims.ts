import 'server-only'
import { type Client, custom, errors, Issuer } from 'openid-client'
import { personOfClaims } from '@/lib/server/auth/claims/person-of-claims'
import type { Person } from '@/lib/server/auth/sessions'
import type { Oidc } from '@/lib/server/env-upstream'
import { processSingleton } from '@/lib/server/process-singleton'
import { describeThrown } from '@/lib/server/thrown'

/** What the provider says of a person now: nothing where it no longer knows the sign-in, or cannot be reached. */
export type ClaimsAnswer =
  | { kind: 'person'; person: Person; refreshToken: string }
  | { kind: 'refused' }
  /** `refreshToken` is the one that the provider has given in place of the one before, where it got that far. */
  | { kind: 'unavailable'; reason: ReturnType<typeof describeThrown>; refreshToken: string | null }

/** For each call, of which there are three at most. */
const timeoutMs = 2_000

const clients = () => processSingleton('OpenID clients', () => new Map<string, Client>())

/** The client of an issuer, whose configuration is fetched once (OpenID Connect Discovery 1.0, section 4). */
async function clientOf({ issuer: url, clientId, clientSecret }: Oidc): Promise<Client> {
  const known = clients().get(url)
  if (known) return known
  const issuer = await Issuer.discover(url)
  issuer[custom.http_options] = () => ({ timeout: timeoutMs })
  const client = new issuer.Client({ client_id: clientId, client_secret: clientSecret })
  client[custom.http_options] = () => ({ timeout: timeoutMs })
  clients().set(url, client)
  return client
}

/**
 * Reads the claims of a person anew by their refresh token (OpenID Connect Core 1.0, section 12): from the id token that
 * comes with it, which is validated, or from the userinfo endpoint where none comes. A provider may replace the token.
 */
export async function fetchClaims(oidc: Oidc, refreshToken: string): Promise<ClaimsAnswer> {
  let replaced: string | null = null
  try {
    const client = await clientOf(oidc)
    const tokens = await client.refresh(refreshToken)
    replaced = tokens.refresh_token ?? null
    const claims = tokens.id_token === undefined ? await client.userinfo(tokens) : tokens.claims()
    const person = personOfClaims(claims, oidc)
    return { kind: 'person', person, refreshToken: replaced ?? refreshToken }
  } catch (thrown) {
    // RFC 6749, section 5.2: the token is invalid, has expired or was revoked.
    if (thrown instanceof errors.OPError && thrown.error === 'invalid_grant') return { kind: 'refused' }
    return { kind: 'unavailable', reason: describeThrown(thrown), refreshToken: replaced }
  }
}
