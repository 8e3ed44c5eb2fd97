import { createServer, type IncomingMessage } from 'node:http'
import { text as textOf } from 'node:stream/consumers'
import Provider from 'oidc-provider'
import { companyApp, companyLogin } from '../servers'
import { companyPeople } from './people'

/** A real OpenID provider in place of a company's own. Its form only has a field for the person. */

const { origin, port } = new URL(companyLogin.url)

const provider = new Provider(origin, {
  clients: [
    {
      client_id: companyLogin.clientId,
      client_secret: companyLogin.clientSecret,
      redirect_uris: [`${companyApp.url}/api/auth/callback/oidc`],
      post_logout_redirect_uris: [`${companyApp.url}/sign-in`],
      response_types: ['code'],
      grant_types: ['authorization_code', 'refresh_token'],
    },
  ],
  // Roles in the id token itself, as Entra ID and the like send them.
  conformIdTokenClaims: false,
  claims: { openid: ['sub'], email: ['email'], profile: ['name', 'roles'] },
  findAccount: (_, id) =>
    companyPeople[id] && { accountId: id, claims: async () => ({ sub: id, ...companyPeople[id] }) },
  issueRefreshToken: async () => true,
  rotateRefreshToken: true,
  features: {
    devInteractions: { enabled: false },
    rpInitiatedLogout: {
      enabled: true,
      logoutSource: (context, form) => {
        context.body = `<!doctype html><html lang="en"><title>Sign out</title>${form}<button form="op.logoutForm" name="logout" value="yes">Sign out</button></html>`
      },
    },
  },
  interactions: { url: (_, { uid }) => `/interaction/${uid}` },
  pkce: { required: () => true },
  cookies: { keys: ['company-login'] },
  // Its people have agreed with their employer.
  loadExistingGrant: async ({ oidc }) => {
    const grant = new provider.Grant({ clientId: oidc.client?.clientId, accountId: oidc.session?.accountId })
    grant.addOIDCScope('openid email profile')
    await grant.save()
    return grant
  },
})

const choices = Object.keys(companyPeople).map((id) => `<button name="person" value="${id}">${id}</button>`)
const page = (path: string) =>
  `<!doctype html><html lang="en"><title>Company login</title><form method="post" action="${path}">${choices.join('')}</form></html>`

/** Lets a test change the claims of a person, or take the person away with `null`, as an administrator does. */
async function changePerson(id: string, request: IncomingMessage): Promise<string> {
  const change: unknown = JSON.parse(await textOf(request))
  if (change === null) delete companyPeople[id]
  else companyPeople[id] = { ...companyPeople[id], ...change }
  return ''
}

const answer = provider.callback()
createServer(async (request, response) => {
  const path = request.url ?? '/'
  if (path.startsWith('/_people/')) return response.end(await changePerson(path.slice(9), request))
  if (!path.startsWith('/interaction/')) return answer(request, response)
  if (request.method !== 'POST') return response.setHeader('content-type', 'text/html').end(page(path))
  const accountId = new URLSearchParams(await textOf(request)).get('person') ?? ''
  return provider.interactionFinished(request, response, { login: { accountId } })
}).listen(Number(port), '127.0.0.1')
