import { namedReceipts } from '../../../lib/sandbox/receipts/seed-receipts'
import { accounts, people } from '../../../lib/sandbox/seed/seed'

/** Every page and route on disk, with what each answers to whom. */

export type Row = {
  /** A URL of the file; `{aid}` is an account. */
  path: string
  /** The request method, if it is not GET. */
  method?: 'POST' | 'PATCH' | 'PUT'
  /** Public: answers everybody. Page: redirects to sign-in. Route: 401. Keyed: 401 without its own key. */
  kind: 'public' | 'page' | 'route' | 'keyed'
  /** The status for an auditor, who may see no customers. */
  auditor: number
  unknownAccount?: number
  /** The status for the other roles, if it is not 200. */
  viewer?: number
  agent?: number
  admin?: number
}

const id = people.nora.customer_id
const views = '/api/accounts/{aid}/views'
const receipts = `/api/accounts/{aid}/customers/${id}/receipts`
const cards = `/api/accounts/{aid}/customers/${id}/cards`
const viewId = '3c90c3cc-0d44-4b50-8888-8dd25736052a'
const exportPath = '/api/accounts/{aid}/exports/3f2a6c1e-9d4b-4c57-8a10-6b7e5d2f9c81'
/** A call that changes something: the request of this test has no body and comes from no page of ours. */
const withoutBody = {
  kind: 'route',
  viewer: 403,
  agent: 403,
  admin: 403,
  auditor: 403,
  unknownAccount: 404,
} as const

/** A route that an auditor may not use. */
const ofCustomers = { kind: 'route', auditor: 403, unknownAccount: 404 } as const
/** A route of those who see the activity. */
const ofActivity = { kind: 'route', viewer: 403, agent: 403, auditor: 200, unknownAccount: 404 } as const
export const rows: Record<string, Row> = {
  'page.tsx': { path: '/', kind: 'page', auditor: 307 },
  'sign-in/page.tsx': { path: '/sign-in', kind: 'public', auditor: 200 },
  'person-changed/page.tsx': { path: '/person-changed', kind: 'public', auditor: 200 },
  '[accountId]/page.tsx': { path: '/{aid}', kind: 'page', auditor: 307, unknownAccount: 404 },
  '[accountId]/customers/page.tsx': {
    path: '/{aid}/customers?search=nora',
    kind: 'page',
    auditor: 200,
    unknownAccount: 404,
  },
  '[accountId]/customers/[customerId]/page.tsx': {
    path: `/{aid}/customers/${id}`,
    kind: 'page',
    auditor: 200,
    unknownAccount: 404,
  },
  '[accountId]/find/page.tsx': { path: '/{aid}/find?phone=1', kind: 'page', auditor: 200, unknownAccount: 404 },
  '[accountId]/activity/page.tsx': { path: '/{aid}/activity', kind: 'page', auditor: 200, unknownAccount: 404 },
  '[accountId]/[...rest]/page.tsx': {
    path: '/{aid}/nothing',
    kind: 'page',
    viewer: 404,
    agent: 404,
    admin: 404,
    auditor: 404,
    unknownAccount: 404,
  },
  '[accountId]/receipts/[receiptNumber]/page.tsx': {
    path: '/{aid}/receipts/12345',
    kind: 'page',
    auditor: 200,
    unknownAccount: 404,
  },
  '[accountId]/sessions/page.tsx': { path: '/{aid}/sessions', kind: 'page', auditor: 200, unknownAccount: 404 },
  'api/health/live/route.ts': { path: '/api/health/live', kind: 'public', auditor: 200 },
  'api/health/ready/route.ts': { path: '/api/health/ready', kind: 'public', auditor: 200 },
  'api/accounts/[accountId]/webhooks/route.ts': {
    path: '/api/accounts/{aid}/webhooks',
    method: 'POST',
    kind: 'keyed',
    auditor: 401,
  },
  // Of an account that reports no changes: a stream of changes would stay open.
  'api/accounts/[accountId]/changes-stream/route.ts': {
    path: `/api/accounts/${accounts.production}/changes-stream`,
    kind: 'route',
    auditor: 403,
    viewer: 404,
    agent: 404,
    admin: 404,
  },
  'api/accounts/[accountId]/customers/[customerId]/changes/route.ts': {
    path: `/api/accounts/{aid}/customers/${id}/changes`,
    ...ofCustomers,
  },
  'api/metrics/route.ts': { path: '/api/metrics', kind: 'keyed', auditor: 401 },
  'api/auth/[...nextauth]/route.ts': { path: '/api/auth/csrf', kind: 'public', auditor: 200 },
  'api/[...rest]/route.ts': {
    path: '/api/accounts/{aid}/nothing',
    kind: 'route',
    viewer: 404,
    agent: 404,
    admin: 404,
    auditor: 404,
    unknownAccount: 404,
  },
  'api/accounts/[accountId]/customers/route.ts': { path: '/api/accounts/{aid}/customers', ...ofCustomers },
  'api/accounts/[accountId]/customers-total/route.ts': { path: '/api/accounts/{aid}/customers-total', ...ofCustomers },
  'api/accounts/[accountId]/customers/[customerId]/route.ts': {
    path: `/api/accounts/{aid}/customers/${id}`,
    ...ofCustomers,
  },
  'api/accounts/[accountId]/customers/[customerId]/tags/route.ts': {
    path: `/api/accounts/{aid}/customers/${id}/tags`,
    ...ofCustomers,
  },
  'api/accounts/[accountId]/customers-changed/route.ts': {
    path: '/api/accounts/{aid}/customers-changed?changed_at=2023-02-14T03:00:00Z',
    ...ofCustomers,
  },
  'api/accounts/[accountId]/customers-deleted/route.ts': {
    path: '/api/accounts/{aid}/customers-deleted',
    ...ofCustomers,
  },
  'api/accounts/[accountId]/customers/[customerId]/tokens/route.ts': {
    path: `/api/accounts/{aid}/customers/${id}/tokens`,
    ...ofCustomers,
  },
  'api/accounts/[accountId]/customers/[customerId]/communication/route.ts': {
    path: `/api/accounts/{aid}/customers/${id}/communication`,
    ...ofCustomers,
  },
  'api/accounts/[accountId]/customers/[customerId]/contacts/route.ts': {
    path: `/api/accounts/{aid}/customers/${id}/contacts`,
    ...ofCustomers,
  },
  'api/accounts/[accountId]/customers/[customerId]/contact-for/route.ts': {
    path: `/api/accounts/{aid}/customers/${id}/contact-for`,
    ...ofCustomers,
  },
  'api/accounts/[accountId]/customers/[customerId]/departments/route.ts': {
    path: `/api/accounts/{aid}/customers/${people.nordvik.customer_id}/departments?organization_number=312548968MVA`,
    ...ofCustomers,
  },
  'api/accounts/[accountId]/customers/[customerId]/dossier/route.ts': {
    path: `/api/accounts/{aid}/customers/${id}/dossier`,
    method: 'POST',
    ...withoutBody,
  },
  // Roles that see everything have nothing to reveal.
  'api/accounts/[accountId]/customers/[customerId]/reveals/route.ts': {
    path: `/api/accounts/{aid}/customers/${id}/reveals`,
    method: 'POST',
    ...withoutBody,
  },
  'api/accounts/[accountId]/customers/[customerId]/identity-checks/route.ts': {
    path: `/api/accounts/{aid}/customers/${id}/identity-checks`,
    method: 'POST',
    ...withoutBody,
  },
  'api/accounts/[accountId]/customers/[customerId]/raw/route.ts': {
    path: `/api/accounts/{aid}/customers/${id}/raw`,
    ...ofCustomers,
  },
  'api/accounts/[accountId]/customers/[customerId]/receipts/route.ts': { path: receipts, ...ofCustomers },
  'api/accounts/[accountId]/customers/[customerId]/receipts/[receiptId]/route.ts': {
    path: `${receipts}/${namedReceipts.nora.id}`,
    ...ofCustomers,
  },
  'api/accounts/[accountId]/customers/[customerId]/cards/route.ts': { path: cards, ...ofCustomers },
  'api/accounts/[accountId]/customers/[customerId]/cards/[cardId]/route.ts': {
    path: `${cards}/GK-NORA-1`,
    ...ofCustomers,
  },
  'api/accounts/[accountId]/customers/[customerId]/cards/[cardId]/movements/route.ts': {
    path: `${cards}/GK-NORA-1/movements`,
    ...ofCustomers,
  },
  'api/accounts/[accountId]/customers/[customerId]/rules/route.ts': {
    path: `/api/accounts/{aid}/customers/${id}/rules`,
    ...ofCustomers,
  },
  'api/accounts/[accountId]/customers-former/route.ts': {
    path: '/api/accounts/{aid}/customers-former?was=S-OLD-7',
    kind: 'route',
    viewer: 403,
    auditor: 403,
    unknownAccount: 404,
  },
  'api/accounts/[accountId]/activity/route.ts': { path: '/api/accounts/{aid}/activity', ...ofActivity },
  'api/accounts/[accountId]/activity-export/route.ts': { path: '/api/accounts/{aid}/activity-export', ...ofActivity },
  'api/accounts/[accountId]/sessions/route.ts': {
    path: '/api/accounts/{aid}/sessions',
    kind: 'route',
    auditor: 200,
    unknownAccount: 404,
  },
  'api/accounts/[accountId]/exports/route.ts': { path: '/api/accounts/{aid}/exports', ...ofCustomers, viewer: 403 },
  'api/accounts/[accountId]/exports/[exportId]/route.ts': { path: exportPath, method: 'PATCH', ...withoutBody },
  'api/accounts/[accountId]/exports/[exportId]/file/route.ts': {
    path: `${exportPath}/file`,
    method: 'POST',
    ...withoutBody,
  },
  'api/accounts/[accountId]/preferences/route.ts': {
    path: '/api/accounts/{aid}/preferences',
    method: 'PATCH',
    ...withoutBody,
  },
  'api/accounts/[accountId]/sessions/end/route.ts': {
    path: '/api/accounts/{aid}/sessions/end',
    method: 'POST',
    ...withoutBody,
  },
  'api/accounts/[accountId]/views/route.ts': { path: views, ...ofCustomers },
  'api/accounts/[accountId]/views/[viewId]/route.ts': { path: `${views}/${viewId}`, method: 'PATCH', ...withoutBody },
  'api/accounts/[accountId]/views/default/route.ts': { path: `${views}/default`, method: 'PUT', ...withoutBody },
  'api/accounts/[accountId]/terms/[termId]/route.ts': {
    path: `/api/accounts/{aid}/terms/${people.nora.term.id}`,
    ...ofCustomers,
  },
  'api/accounts/[accountId]/settings/route.ts': { path: '/api/accounts/{aid}/settings', ...ofCustomers },
  'api/accounts/[accountId]/tags/route.ts': { path: '/api/accounts/{aid}/tags', ...ofCustomers },
}
