import fc from 'fast-check'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import recordPage from '@/app/[accountId]/customers/[customerId]/page'
import page from '@/app/[accountId]/customers/page'
import receiptsPage from '@/app/[accountId]/receipts/[receiptNumber]/page'
import * as activity from '@/app/api/accounts/[accountId]/activity/route'
import * as activityExport from '@/app/api/accounts/[accountId]/activity-export/route'
import * as movements from '@/app/api/accounts/[accountId]/customers/[customerId]/cards/[cardId]/movements/route'
import * as card from '@/app/api/accounts/[accountId]/customers/[customerId]/cards/[cardId]/route'
import * as cards from '@/app/api/accounts/[accountId]/customers/[customerId]/cards/route'
import * as communication from '@/app/api/accounts/[accountId]/customers/[customerId]/communication/route'
import * as contactFor from '@/app/api/accounts/[accountId]/customers/[customerId]/contact-for/route'
import * as contacts from '@/app/api/accounts/[accountId]/customers/[customerId]/contacts/route'
import * as departments from '@/app/api/accounts/[accountId]/customers/[customerId]/departments/route'
import * as raw from '@/app/api/accounts/[accountId]/customers/[customerId]/raw/route'
import * as receipt from '@/app/api/accounts/[accountId]/customers/[customerId]/receipts/[receiptId]/route'
import * as receipts from '@/app/api/accounts/[accountId]/customers/[customerId]/receipts/route'
import * as record from '@/app/api/accounts/[accountId]/customers/[customerId]/route'
import * as rules from '@/app/api/accounts/[accountId]/customers/[customerId]/rules/route'
import * as tags from '@/app/api/accounts/[accountId]/customers/[customerId]/tags/route'
import * as tokens from '@/app/api/accounts/[accountId]/customers/[customerId]/tokens/route'
import * as customers from '@/app/api/accounts/[accountId]/customers/route'
import * as changed from '@/app/api/accounts/[accountId]/customers-changed/route'
import * as deleted from '@/app/api/accounts/[accountId]/customers-deleted/route'
import * as former from '@/app/api/accounts/[accountId]/customers-former/route'
import * as total from '@/app/api/accounts/[accountId]/customers-total/route'
import * as ownExports from '@/app/api/accounts/[accountId]/exports/route'
import * as settings from '@/app/api/accounts/[accountId]/settings/route'
import * as accountTags from '@/app/api/accounts/[accountId]/tags/route'
import * as term from '@/app/api/accounts/[accountId]/terms/[termId]/route'
import * as views from '@/app/api/accounts/[accountId]/views/route'
import { type ViewerRequest, viewerRequests } from '@/app/viewer-requests-for-tests'
import { permissions } from '@/lib/access'
import { formerTermId } from '@/lib/sandbox/generate/seed-settings'
import { namedReceipts } from '@/lib/sandbox/receipts/seed-receipts'
import { isNightly } from '@/lib/sandbox/run-count-for-tests'
import { accounts, people } from '@/lib/sandbox/seed/seed'
import { startPairForTests } from '@/lib/sandbox/start-pair-for-tests'
import { namedCards } from '@/lib/sandbox/wallets/seed-cards'
import { beginSession } from '@/lib/server/auth/sessions'
import { begin, download, makePages, onlyExport, signedIn } from '@/lib/server/customers/export/exports-for-tests'
import { configureWithDatabase, endConfiguredDatabase } from '@/lib/server/database/configure-for-tests'

/**
 * What somebody who sees masked data is answered is a function of what that person may see: two upstreams that differ in
 * masked values alone give the same answers, byte for byte, to every request. Whole emails, phones and tokens are
 * not among the requests, since finding them is permitted, and nor are reveals.
 */

const session = vi.hoisted(() => ({ current: null as object | null }))
vi.mock('next-auth', async (original) => ({ ...(await original<object>()), getServerSession: () => session.current }))
vi.mock('next/headers', () => ({ headers: () => new Headers(), cookies: () => ({ get: () => undefined }) }))
vi.mock('next/font/local', () => ({ default: () => ({ variable: '', className: '' }) }))

let upstreams: Awaited<ReturnType<typeof startPairForTests>>
beforeAll(async () => {
  upstreams = await startPairForTests()
  const url = await configureWithDatabase(upstreams.url)
  // 2,000 answers are audited here, and nothing depends on their outliving a crash.
  vi.stubEnv('DATABASE_URL', `${url}?options=-c%20synchronous_commit%3Doff`)
  for (const limit of ['PERSON_PER_MINUTE', 'ACCOUNT_PER_MINUTE', 'EXACT_SEARCHES_PER_HOUR'])
    vi.stubEnv(`LIMIT_${limit}`, '1000000')
  vi.stubEnv('EXPORT_CALLS_PER_MINUTE', '1000000')
  for (const measure of ['RECORDS', 'GUESSES', 'REFUSALS', 'REVEALS']) vi.stubEnv(`UNUSUAL_${measure}_PER_HOUR`, '0')
  const email = 'viewer@example.com'
  const { id: sid } = await beginSession({ email, name: 'A', role: 'viewer', accounts: [accounts.test] })
  session.current = { sid }
  // Times are not compared, so they stand still.
  vi.useFakeTimers({ toFake: ['Date'], now: new Date() })
}, 120_000)
afterAll(async () => {
  vi.useRealTimers()
  await endConfiguredDatabase()
  await upstreams.stop()
})

type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>
type Page = (props: {
  params: Promise<Record<string, string>>
  searchParams: Promise<Record<string, string | string[]>>
}) => Promise<unknown>

const handlers: Record<string, { GET: Handler }> = {
  ...{ customers, 'customers-total': total, 'customers-deleted': deleted, 'customers-changed': changed },
  ...{ 'customers-former': former, record, tags, tokens, communication, raw, contacts, 'contact-for': contactFor },
  ...{ departments, receipts, receipt, cards, card, movements, rules },
  ...{ settings, 'account-tags': accountTags, term, activity, 'activity-export': activityExport, views },
  exports: ownExports,
}
const pages: Record<string, Page> = { page, 'record-page': recordPage, 'receipts-page': receiptsPage }

type Answer = { status: number; headers: [string, string][]; body: string }

const withoutRequestId = (body: string) => body.replace(/"request_id":"[^"]*"/g, '')
const paramsOf = ({ customerId, receiptId, receiptNumber, cardId }: ViewerRequest): Record<string, string> => ({
  accountId: accounts.test,
  termId: formerTermId(accounts.test),
  ...(customerId !== null && { customerId }),
  ...(receiptId !== undefined && { receiptId }),
  ...(cardId !== undefined && { cardId }),
  ...(receiptNumber !== undefined && { receiptNumber }),
})

/** The tree that a page hands to the browser: the props of every component, and the names of the components. */
function treeOf(value: unknown): string {
  const internal = new Set(['_owner', '_store', '_debugInfo', '_debugStack', '_debugTask'])
  return JSON.stringify(value, (name, one) => {
    if (internal.has(name)) return undefined
    return typeof one === 'function' ? `component ${one.name}` : one
  })
}

async function answerOfPage(render: Page, request: ViewerRequest): Promise<Answer> {
  const searchParams: Record<string, string | string[]> = {}
  for (const [name, value] of request.query)
    searchParams[name] = searchParams[name] ? [searchParams[name], value].flat() : value
  const params = Object.entries(paramsOf(request)).map(([name, value]) => [name, encodeURIComponent(value)])
  try {
    const tree = await render({
      params: Promise.resolve(Object.fromEntries(params)),
      searchParams: Promise.resolve(searchParams),
    })
    return { status: 200, headers: [], body: withoutRequestId(treeOf(tree)) }
  } catch (thrown) {
    // Redirects and the not-found screen.
    return { status: 0, headers: [], body: String((thrown as { digest?: string }).digest ?? thrown) }
  }
}

async function answerOf(request: ViewerRequest): Promise<Answer> {
  const render = pages[request.route]
  if (render) return answerOfPage(render, request)
  const url = `http://localhost:3000/api/accounts/${accounts.test}/${request.route}?${new URLSearchParams(request.query)}`
  const response = await handlers[request.route]?.GET(new Request(url), { params: Promise.resolve(paramsOf(request)) })
  if (!response) throw new Error(`There is no route ${request.route}`)
  const headers = [...response.headers].filter(([name]) => name !== 'x-request-id')
  return { status: response.status, headers, body: withoutRequestId(await response.text()) }
}

/** The same request with the place of the next page, or with the etag of the answer; null where the answer has neither. */
function followUp(request: ViewerRequest, { status, body }: Answer): ViewerRequest | null {
  if (status !== 200 || request.route in pages || request.route === 'activity-export') return null
  const answer: { next?: Record<string, string> | null; etag?: string | null } = JSON.parse(body)
  const more = answer.next ?? (answer.etag ? { etag: answer.etag } : null)
  if (!more) return null
  const rest = request.query.filter(([name]) => !(name in more))
  return { ...request, query: [...rest, ...Object.entries(more)] }
}

/**
 * Whether a search read more than a hundred customers of one text. How many more depends on the emails and phones that begin
 * with it; all other calls are compared.
 */
const isLongSearch = (calls: readonly string[][]) =>
  calls.some((urls) => urls.some((url) => url.includes('search=') && url.includes('starting_after=')))

/** Receipts with all that a masked role does not see of them, and generated ones: those of the fullest customer. */
async function sampleReceipts() {
  const { customer_id } = people.eirik
  const { body } = await upstreams.sandboxes[0].get(`/receipts/customers/${customer_id}`, { limit: 100 })
  const generated = (body as { receipts: { id: string }[] }).receipts
  return [...Object.values(namedReceipts), ...generated.map(({ id }) => ({ customer_id, id }))]
}

const cardsOfSeed = Object.values(namedCards).map(({ card }) => card)

const pagesPerWalk = 4
const required = 1_000

test('two upstreams that differ in masked values alone give a viewer the same answers', async () => {
  const samples = await Promise.all(
    upstreams.sandboxes.map(async (sandbox) => [
      ...(await sandbox.customers({ limit: 100, type: 'any' })),
      ...(await sandbox.customers({ limit: 100, type: 'any', include_deleted: true, search: 'k' })),
      ...(await sandbox.customers({ limit: 100, type: 'contact' })),
      ...(await sandbox.customers({ limit: 100, search: 's' })),
    ]),
  )
  // The settings of the account are cached from the first request on.
  await answerOf({ route: 'customers', customerId: null, query: [] })
  let requests = 0
  const compare = async (first: ViewerRequest) => {
    let request: ViewerRequest | null = first
    for (let walked = 0; request !== null && walked < pagesPerWalk; walked++) {
      const answers: Answer[] = []
      const calls: string[][] = []
      for (const which of [0, 1]) {
        upstreams.use(which)
        answers.push(await answerOf(request))
        calls.push(upstreams.calls())
      }
      requests++
      expect([request, answers[1]]).toEqual([request, answers[0]])
      if (!isLongSearch(calls)) expect([request, calls[1]]).toEqual([request, calls[0]])
      request = answers[0] ? followUp(request, answers[0]) : null
    }
  }
  await fc.assert(fc.asyncProperty(viewerRequests(samples, await sampleReceipts(), cardsOfSeed), compare), {
    numRuns: isNightly ? 13_500 : 750,
    seed: 8,
    endOnFailure: true,
  })
  expect(requests).toBeGreaterThanOrEqual(required)
}, 900_000)

test('the file of a role that may export and sees masked data is the same from two such upstreams', async () => {
  const { viewer } = permissions
  Object.assign(permissions, { viewer: [...viewer, 'customers:export'] })
  const access = await signedIn('exports@example.com', 'viewer')
  const exportFrom = async (which: number, query: string) => {
    upstreams.use(which)
    await begin(access, { query })
    await makePages()
    const { id, state, rows, pages } = await onlyExport(access)
    return { query, state, rows, pages, csv: (await download(access, id)).toString() }
  }
  try {
    for (const query of ['type=company', 'search=no', 'search=nora+bj', 'search=info&include_deleted=true&type=any']) {
      const first = await exportFrom(0, query)
      expect(first.state).toBe('ready')
      expect(await exportFrom(1, query)).toEqual(first)
    }
  } finally {
    Object.assign(permissions, { viewer })
  }
}, 120_000)
