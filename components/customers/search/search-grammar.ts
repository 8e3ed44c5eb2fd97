import type { QueryClient } from '@tanstack/react-query'
import { serializeListFilters } from '@/components/customers/next-search-params'
import { hasPageFlag, pageFlagValues } from '@/components/ui/page/page-flag'
import { maskedFlag } from '@/lib/access'
import { aroundRoutes } from '@/lib/api/around-routes'
import { accountQueries } from '@/lib/api/queries/account'
import { routes } from '@/lib/api/routes'
import { type ListFilters, toListFilters } from '@/lib/customers/filters/customer-query'
import { parseCustomerSearchParams } from '@/lib/customers/filters/parse-customer-query'
import { type DeskUrl, recogniseDeskUrl } from '@/lib/customers/links/recognise-desk-url'
import { isWholeList } from '@/lib/customers/links/sole-customer'
import type { CustomerPage } from '@/lib/customers/model/customer'
import { hiddenSectionsFlag } from '@/lib/customers/model/record-section'
import { phoneCountriesFlag } from '@/lib/customers/search-text/clean/phone-countries'
import { splitValues } from '@/lib/customers/search-text/clean/split-values'
import { isContactFragment } from '@/lib/customers/search-text/contact-fragment'
import { createVocabulary } from '@/lib/customers/search-text/create-vocabulary'
import { type Completion, completionsAt } from '@/lib/customers/search-text/operators/complete'
import { vocabularyUsedIn } from '@/lib/customers/search-text/operators/operators'
import { hasOperators, type ParsedSearchText, parseSearchText } from '@/lib/customers/search-text/parse'
import { printSearchText } from '@/lib/customers/search-text/print'
import type { Problem } from '@/lib/customers/search-text/problem'
import type { Vocabulary } from '@/lib/customers/search-text/vocabulary'
import { addRecent } from '@/lib/recents'

/**
 * The grammar of the search text, with the tags and attributes of the account. It brings the phone library (29 kB), so it
 * is imported lazily by all that belongs to the first load.
 */

export type GrammarContext = { queryClient: QueryClient; accountId: string; zone: string; locale: string }

/** A parsed text, and what it leads to. */
export type ParsedSearch = ParsedSearchText & {
  problems: Problem[]
  hasOperators: boolean
  /** Several values on one line, each a search of its own; null for one search. */
  lines: string[] | null
  /** Where an address of this product, one of another account in the back office, or the number of a receipt leads to. */
  href?: string
  /** The id of the customer that is to be opened at once, by what the search has found. */
  findRecord: (page: CustomerPage, filters: ListFilters) => string | undefined
}

/** The vocabulary of a text. Tags and attributes are fetched only where they are used; null if that fails. */
async function fetchVocabulary(
  used: ReturnType<typeof vocabularyUsedIn>,
  context: GrammarContext,
): Promise<Vocabulary> {
  const { queryClient, accountId, zone, locale } = context
  const [tags, settings] = await Promise.all([
    used.tags ? queryClient.ensureQueryData(accountQueries.tags(accountId)).catch(() => null) : null,
    used.attributes ? queryClient.ensureQueryData(accountQueries.settings(accountId)).catch(() => null) : null,
  ])
  return createVocabulary({
    tags: tags?.tags ?? null,
    attributes: settings?.attributes.filter((one) => !(one.private && hasPageFlag(maskedFlag))) ?? null,
    phoneCountries: pageFlagValues(phoneCountriesFlag),
    hiddenSections: pageFlagValues(hiddenSectionsFlag),
    zone,
    locale,
    now: new Date(),
  })
}

/** What somebody who sees masked customers may not search by. The server refuses it as well. */
function maskedProblemOf(text: string, { search, since_datetime }: Partial<ListFilters>): Problem['kind'] | null {
  if (!search || !hasPageFlag(maskedFlag)) return null
  if (isContactFragment(search) || isContactFragment(text)) return 'contact_fragment'
  return since_datetime ? 'since_beside_search' : null
}

/** A pasted address of this product: it is gone to as it is, and what the person may not open is refused there. */
const ofDeskUrl = ({ href, account, record }: DeskUrl): Omit<ParsedSearch, 'findRecord'> => ({
  ...{ filters: {}, problems: [], hasOperators: false, lines: null, interpretation: 'address', account, href },
  ...(record !== null && { record }),
})
/** The id of the only customer that was found, or of the one that has exactly the id that the search is for. */
function findRecord(interpretation: ParsedSearchText['interpretation'], page: CustomerPage, { search }: ListFilters) {
  const [only, ...others] = page.customers.map(({ customer_id }) => customer_id)
  if (interpretation === 'id') return [only, ...others].find((id) => id === search)
  return isWholeList(page) && others.length === 0 ? only : undefined
}

/** Parses a text as the search box means it. With a problem in it, nothing of it is to be sent. */
export async function parseSearch(text: string, context: GrammarContext): Promise<ParsedSearch> {
  const desk = recogniseDeskUrl(text, window.location.origin)
  if (desk) return { ...ofDeskUrl(desk), findRecord: () => undefined }
  const vocabulary = await fetchVocabulary(vocabularyUsedIn(text), context)
  const { parsed, problems } = parseSearchText(text, vocabulary)
  const isOperated = hasOperators(text)
  // Each line is parsed, and refused, by itself.
  const lines = isOperated ? null : splitValues(text, vocabulary)
  const kind = lines ? null : maskedProblemOf(text, parsed.filters)
  const { account, record, receipt } = parsed
  const isElsewhere = account !== undefined && account !== context.accountId
  return {
    ...parsed,
    ...(isElsewhere && {
      href: routes.customers(account, record === undefined ? '' : new URLSearchParams({ record })),
    }),
    ...(receipt !== undefined && { href: aroundRoutes.receiptsByNumber(context.accountId, receipt) }),
    problems: kind ? [...problems, { kind, at: 0, length: text.length, value: text, expected: [] }] : problems,
    hasOperators: isOperated,
    lines,
    findRecord: (page, filters) => findRecord(parsed.interpretation, page, filters),
  }
}

/** A completion with the text and the caret that result from it. A whole text can be sent at once. */
export type AppliedCompletion = Completion & { completed: string; caretAfter: number; isWhole: boolean }

/** The completions at the caret of a text. */
export async function fetchCompletions(
  text: string,
  caret: number,
  context: GrammarContext,
): Promise<AppliedCompletion[]> {
  const { from, to, options } = completionsAt(text, caret, await fetchVocabulary(vocabularyUsedIn(text), context))
  return options.map((option) => ({
    ...option,
    completed: `${text.slice(0, from)}${option.insert}${text.slice(to)}`,
    caretAfter: from + option.insert.length,
    isWhole: option.kind === 'value' || (option.kind === 'example' && !option.insert.endsWith(':')),
  }))
}

/** Adds the search that filters stand for to the recent ones, by its text. */
export async function addRecentSearch(filters: ListFilters, context: GrammarContext): Promise<void> {
  const used = { tags: filters.tag_id !== null, attributes: filters.attributes_keys !== null }
  const text = printSearchText(filters, await fetchVocabulary(used, context))
  if (text !== '') addRecent(context.accountId, { kind: 'search', text, query: serializeListFilters(filters) })
}

/** The filters in the canonical text of a recent search. */
export const parseRecentFilters = (query: string): ListFilters =>
  toListFilters(parseCustomerSearchParams(new URLSearchParams(query)).query)
