import 'server-only'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider from 'oidc-provider'

/** A real OpenID provider for tests, whose people all have the claims that a test gives. */

export const oidcClient = { id: 'desk', secret: 'desk-secret' }

/** Starts a provider on a free port. */
export async function startOidcProvider() {
  const current: { claims: Record<string, unknown>; refreshes: number; answer: RequestListener | null } = {
    claims: {},
    /** How many requests for tokens came. */
    refreshes: 0,
    /** Answers in place of the provider, where there is one. */
    answer: null,
  }
  let answer: RequestListener | undefined
  const server = createServer((request, response) => {
    if (request.url === '/token') current.refreshes += 1
    const answering = current.answer ?? answer
    answering?.(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: oidcClient.id,
        client_secret: oidcClient.secret,
        redirect_uris: [`${issuer}/callback`],
        grant_types: ['authorization_code', 'refresh_token'],
      },
    ],
    conformIdTokenClaims: false,
    claims: { openid: ['sub'], email: ['email'], profile: ['name', 'roles'] },
    findAccount: (_, accountId) => ({ accountId, claims: async () => ({ sub: accountId, ...current.claims }) }),
    rotateRefreshToken: true,
  })
  const pass = provider.callback()
  answer = pass

  /** A refresh token as a sign-in gives it. */
  const refreshTokenOf = async (accountId: string): Promise<string> => {
    const grant = new provider.Grant({ clientId: oidcClient.id, accountId })
    const scope = 'openid email profile'
    grant.addOIDCScope(scope)
    const client = await provider.Client.find(oidcClient.id)
    const given = { client, accountId, grantId: await grant.save(), scope, gty: 'authorization_code' }
    return new provider.RefreshToken(given as never).save()
  }
  /** Makes a refresh token worth nothing. */
  const revoke = async (token: string) => (await provider.RefreshToken.find(token))?.destroy()
  return { issuer, current, pass, refreshTokenOf, revoke, stop: () => server.close() }
}
