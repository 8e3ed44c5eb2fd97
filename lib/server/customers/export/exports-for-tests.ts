import 'server-only'
import type { Role } from '@/lib/access'
import { productColumns } from '@/lib/customers/columns/product-columns'
import type { ExportRequest } from '@/lib/exports'
import { accessForTests } from '@/lib/server/auth/access-for-tests'
import type { AccountAccess } from '@/lib/server/auth/account-access'
import { beginSession } from '@/lib/server/auth/sessions'
import { makeNextPage } from '@/lib/server/customers/export/make-page'
import { beginExport, readExports } from '@/lib/server/customers/export/own-exports'
import { sendExport } from '@/lib/server/customers/export/send-export'

/** Signs a person in and returns their access to the test account. */
export async function signedIn(email: string, role: Role = 'agent'): Promise<AccountAccess> {
  const access = accessForTests(role)
  const { id: sessionId } = await beginSession({ email, name: 'A', role, accounts: [access.account.id] })
  return { ...access, viewer: { ...access.viewer, sessionId, email }, request: access.request }
}

const request: ExportRequest = {
  query: 'type=any',
  columns: [...productColumns],
  format: 'csv',
  reason: 'list for the store',
  total: null,
}

export const oslo = { locale: 'en', zone: 'Europe/Oslo' } as const

/** Begins an export with what is given, and else of all customers, as CSV. */
export const begin = (access: AccountAccess, given: Partial<ExportRequest> = {}) =>
  beginExport(access, { ...request, ...given }, oslo)

/** The one export of a person. */
export async function onlyExport(access: AccountAccess) {
  const [found] = (await readExports(access)).exports
  if (!found) throw new Error('There is no export')
  return found
}

/** Makes pages, `most` at most, until none is due. */
export async function makePages(most = 1_000): Promise<void> {
  for (let made = 0; made < most; made++) if (!(await makeNextPage())) return
}

/** Downloads the file of an export. */
export async function download(access: AccountAccess, id: string): Promise<Buffer> {
  const { content } = await sendExport(access, id)
  return Buffer.from(await new Response(content).arrayBuffer())
}

/** The apostrophes that keep a spreadsheet from taking a text for a formula, and nothing else of it. */
const formulaGuards = /(^|[;,\t])'(?=(?:[\p{Zs}"]|[^\P{C}\t])*[=+\-@＝＋－＠])/gu

/** The ids in the second column of a CSV file, as Dintero has them. */
export const idsOf = (csv: Buffer): string[] =>
  [...csv.toString().matchAll(/\n"(?:[^"]|"")*"[;,]"((?:[^"]|"")*)"/g)].map(([, id = '']) =>
    id.replaceAll('""', '"').replace(formulaGuards, '$1'),
  )

type Row = { id: string; customer_id: string }
type Upstream = { customers: (query: Record<string, string | number>) => Promise<Row[]> }

/** The ids of all customers whom the sandbox lists, each once. */
export async function listedIds(sandbox: Upstream, query: string): Promise<string[]> {
  const ids: string[] = []
  const filters = Object.fromEntries(new URLSearchParams(query))
  for (let after: string | undefined; ; ) {
    const page = await sandbox.customers({ ...filters, limit: 100, ...(after && { starting_after: after }) })
    ids.push(...page.map(({ customer_id }) => customer_id))
    after = page.at(-1)?.id
    if (page.length < 100) return [...new Set(ids)].toSorted()
  }
}
