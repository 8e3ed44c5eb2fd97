import type { HttpBindings } from '@hono/node-server'
import { Hono } from 'hono'
import type { AroundBooks } from '../around-books'
import type { Holds } from '../assumptions'
import { addControlRoutes, type Control } from '../control/control-routes'
import { describeApi } from '../description/openapi'
import { renderStartPage } from '../description/start-page'
import { accountSettings, accountTags, accountTerms, oneTerm } from '../endpoints/account-settings'
import { companyDepartments, registeredOrganization } from '../endpoints/companies'
import { customerCollection } from '../endpoints/customer-collection'
import { claimedRewards, customerRules, oneRule } from '../endpoints/discounts'
import type { Endpoint } from '../endpoints/endpoint'
import { customerCommunication, customerTags, customerTokens, oneCustomer } from '../endpoints/one-customer'
import { customerReceipts, findReceipts, oneReceipt } from '../endpoints/receipts'
import { cardTransactions, customerCards, oneCard } from '../endpoints/wallets'
import { isDamage } from '../store/damage'
import type { Store } from '../store/store'
import { type createAccessTokens, parseTokenRequest, tokenLifetimeSeconds } from './access-tokens'
import { ApiError, badParameter, errorBody, notFound, unauthorized } from './api-error'
import { bodyText, errorResponse, json, rawPath, rawQuery, refuseMethod, type SandboxContext, withEtag } from './http'
import { decodeSegment, parseParameters } from './parameters'

export const endpoints: readonly Endpoint[] = [
  customerCollection,
  oneCustomer,
  customerTags,
  customerTokens,
  customerCommunication,
  accountTags,
  accountTerms,
  oneTerm,
  accountSettings,
  companyDepartments,
  registeredOrganization,
  customerReceipts,
  oneReceipt,
  findReceipts,
  customerCards,
  oneCard,
  cardTransactions,
  customerRules,
  oneRule,
  claimedRewards,
]

const maxUrlLength = 16_384

export type RouterOptions = {
  store: Store
  around: AroundBooks
  holds: Holds
  tokens: ReturnType<typeof createAccessTokens>
  /** The URL of the sandbox with `/v1`. */
  ownUrl: string
  control: Control
  /** Called when the database file turns out to be damaged. */
  onDamage: () => void
}

/** Creates the routes of the API under `/v1`. Every error has the shape of the contract. */
export function createRouter({ store, around, holds, tokens, ownUrl, control, onDamage }: RouterOptions) {
  // Path segments stay encoded until they are decoded once: a customer_id may contain `/`, `%` and other special
  // characters.
  const app = new Hono<{ Bindings: HttpBindings }>({ getPath: (_, options) => rawPath(options?.env) })

  app.onError((error) => {
    if (!isDamage(error)) return errorResponse(error)
    onDamage()
    return json({ status: 503, body: errorBody('The data of the sandbox is damaged; its next start makes it anew') })
  })
  app.notFound(() => json({ status: 404, body: errorBody('No such path', 'NOT FOUND') }))
  app.use(async (c, next) => {
    if ((c.env.incoming.url?.length ?? 0) > maxUrlLength) throw new ApiError(414, 'The address is too long')
    await next()
  })
  addControlRoutes(app, control)

  app.get('/', () => renderStartPage(ownUrl))
  app.get('/openapi.json', () => json({ body: JSON.stringify(describeApi(endpoints, ownUrl)) }))

  app.post('/v1/accounts/:aid/auth/token', async (c) => {
    parseParameters(rawQuery(c), {})
    const account = accountId(c)
    const client = tokens.authenticateClient(c.req.header('authorization'))
    if (store.accountNumber(account) === undefined) throw unauthorized('The client does not belong to this account')
    const audience = parseTokenRequest(await bodyText(c), account, ownUrl)
    const access_token = await tokens.issue(account, audience, client)
    const body = JSON.stringify({ access_token, token_type: 'Bearer', expires_in: tokenLifetimeSeconds })
    return json({ body, headers: { 'cache-control': 'no-store' } })
  })
  app.all('/v1/accounts/:aid/auth/token', () => refuseMethod('POST'))

  for (const endpoint of endpoints) {
    const path = `/v1${endpoint.path.replaceAll('{', ':').replaceAll('}', '')}`
    app.get(path, async (c) => {
      const id = accountId(c)
      if (endpoint.scope !== 'public') await tokens.check(c.req.header('authorization'), id, endpoint.scope)
      else if (!holds('register-is-public')) await tokens.check(c.req.header('authorization'), id, 'read:customers')
      const account = store.accountNumber(id)
      if (account === undefined) throw notFound('No such account')
      const query = parseParameters(rawQuery(c), endpoint.parameters)
      const [named = '', inner = ''] = variableSegments(c, endpoint.path)
      const { method } = c.req
      const answer = endpoint.answer({
        ...{ store, around, holds, account, accountId: id, query, method },
        ...{ segment: named, innerSegment: inner },
      })
      return json(endpoint.etag ? withEtag(answer, c.req.header('if-none-match')) : answer)
    })
    app.all(path, () => refuseMethod('GET, HEAD'))
  }
  return app
}

function accountId(c: SandboxContext): string {
  const id = decodeSegment('aid', segment(c, 2))
  if (!/^[PT]\d{8}$/.test(id)) throw badParameter('aid', 'must match ^[PT]\\d{8}$')
  return id
}

/** The decoded segments of a path that the template names, without that of the account. */
function variableSegments(c: SandboxContext, template: string): string[] {
  return template
    .split('/')
    .flatMap((part, at) => (/^\{(?!aid)\w+\}$/.test(part) ? [decodeSegment(part.slice(1, -1), segment(c, at))] : []))
}

function segment(c: SandboxContext, index: number): string {
  return rawPath(c.env).split('/')[index + 1] ?? ''
}
