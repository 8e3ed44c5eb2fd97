import type { QueryClient } from '@tanstack/react-query'
import { serializeListFilters, toListFilters } from '@/components/customers/next-search-params'
import { addRecent, type Recent } from '@/components/customers/search/recents'
import { searchFieldOf } from '@/components/customers/search/search-field'
import type { How, SearchBoxContext } from '@/components/customers/search/search-session'
import type { CustomerUrl } from '@/components/customers/use-customer-url'
import { accountQueries } from '@/lib/api/queries/account'
import { routes } from '@/lib/api/routes'
import type { ListFilters } from '@/lib/customers/filters/customer-query'
import { parseCustomerSearchParams } from '@/lib/customers/filters/parse-customer-query'
import { maxSearchLength } from '@/lib/customers/filters/search'
import { vocabularyUsedIn } from '@/lib/customers/search-text/operators'
import { hasOperators, parseSearchText } from '@/lib/customers/search-text/parse'
import { printSearchText } from '@/lib/customers/search-text/print'
import { recognisePhone } from '@/lib/customers/search-text/recognise-phone'
import type { Vocabulary } from '@/lib/customers/search-text/vocabulary'

type Wanted = { queryClient: QueryClient; accountId: string; phoneCountry: string; zone: string }

/** What the names in a text mean: tags and attributes are read once a text speaks of them. */
export async function vocabularyOf(
  text: string,
  { queryClient, accountId, phoneCountry, zone }: Wanted,
): Promise<Vocabulary> {
  const orNone = <T>(answer: Promise<T>) => answer.catch(() => null)
  const names = vocabularyUsedIn(text)
  const tags = names.tags ? orNone(queryClient.ensureQueryData(accountQueries.tags(accountId))) : null
  const settings = names.attributes ? orNone(queryClient.ensureQueryData(accountQueries.settings(accountId))) : null
  return {
    tags: (await tags)?.tags ?? null,
    attributes: (await settings)?.attributes ?? null,
    recognisePhone: (phone) => recognisePhone(phone, phoneCountry),
    zone,
    now: new Date(),
  }
}

/** A text as it stands. Dintero holds telephones without spaces. */
function plainSearch(text: string): string | null {
  const isNumber = /^\s*\+?[\d\s().-]+$/.test(text)
  return (isNumber ? text.replace(/[^\d+]/g, '') : text.trim()).slice(0, maxSearchLength) || null
}

/** Asks what stands in the box: at a pause the list alone, at Enter the record of an id too, and what it said is kept. */
export async function askText(how: How, context: SearchBoxContext): Promise<void> {
  const { input, session, url, accountId, writePhone, setProblems } = context
  const text = input.current?.value ?? ''
  if (text === session.text && how === 'pause') return
  const mine = ++session.turn
  const asked = url.filters
  session.beside ??= { ...asked, [searchFieldOf(asked)]: null }
  const { beside } = session

  const send = (next: ListFilters, record?: string) => {
    if (serializeListFilters(next) === session.asked && record === undefined) return
    session.asked = serializeListFilters(next)
    url.setFilters(
      { ...next, ...(record === undefined ? {} : { record }) },
      { history: session.isTypingOn ? 'replace' : 'push' },
    )
    session.isTypingOn = how === 'pause'
  }
  if (how === 'plain') {
    session.text = text
    setProblems([])
    return send({ ...beside, search: plainSearch(text), email: null, phone_number: null })
  }
  const vocabulary = await vocabularyOf(text, context)
  if (mine !== session.turn) return
  const { parsed, problems } = parseSearchText(text, vocabulary)
  setProblems(problems)
  if (problems.length > 0) return
  session.text = text
  const { filters, record, account, interpretation } = parsed
  if (account !== undefined && account !== accountId) {
    if (how === 'enter')
      context.goTo(routes.customers(account, record === undefined ? '' : new URLSearchParams({ record })))
    return
  }
  const next: ListFilters = { ...beside, ...filters }
  send(next, how === 'enter' ? record : undefined)
  if (how !== 'enter') return

  if (interpretation === 'id' && next.search) context.onId(next.search)
  if (hasOperators(text) && input.current) {
    // Operators stand in the bar from now on.
    const rest = next[searchFieldOf(next)] ?? ''
    session.text = searchFieldOf(next) === 'phone_number' ? writePhone(rest) : rest
    input.current.value = session.text
  }
  session.beside = null
  const printed = printSearchText(next, vocabulary)
  if (printed !== '') addRecent(accountId, { kind: 'search', text: printed, query: serializeListFilters(next) })
}

/** Goes back to what was searched or opened. */
export function takeRecent(recent: Recent, url: CustomerUrl): void {
  if (recent.kind === 'record') url.openRecord(recent.customerId)
  else url.setFilters(toListFilters(parseCustomerSearchParams(new URLSearchParams(recent.query)).query))
}
