import type { QueryClient } from '@tanstack/react-query'
import { toListFilters } from '@/components/customers/next-search-params'
import { hasPageFlag } from '@/components/ui/page/page-flag'
import { maskedFlag } from '@/lib/access'
import { accountQueries } from '@/lib/api/queries/account'
import type { ListFilters } from '@/lib/customers/filters/customer-query'
import { parseCustomerSearchParams } from '@/lib/customers/filters/parse-customer-query'
import { type Completion, completionsAt } from '@/lib/customers/search-text/complete'
import { isContactFragment } from '@/lib/customers/search-text/contact-fragment'
import { createVocabulary } from '@/lib/customers/search-text/create-vocabulary'
import { vocabularyUsedIn } from '@/lib/customers/search-text/operators'
import { hasOperators, type ParsedSearchText, parseSearchText } from '@/lib/customers/search-text/parse'
import { printSearchText } from '@/lib/customers/search-text/print'
import type { Problem } from '@/lib/customers/search-text/problem'
import type { Vocabulary } from '@/lib/customers/search-text/vocabulary'

/**
 * The grammar of the search text, with the tags and attributes of the account. It brings the phone library (29 kB), so it
 * is imported lazily by all that belongs to the first load.
 */

export type GrammarContext = { queryClient: QueryClient; accountId: string; phoneCountry: string; zone: string }

/** A parsed text, and how the grammar prints filters. */
export type ParsedSearch = ParsedSearchText & {
  problems: Problem[]
  hasOperators: boolean
  print: (filters: ListFilters) => string
}

/** The vocabulary of a text. Tags and attributes are fetched only for a text that names some; null if that fails. */
async function fetchVocabulary(text: string, context: GrammarContext): Promise<Vocabulary> {
  const { queryClient, accountId, phoneCountry, zone } = context
  const used = vocabularyUsedIn(text)
  const [tags, settings] = await Promise.all([
    used.tags ? queryClient.ensureQueryData(accountQueries.tags(accountId)).catch(() => null) : null,
    used.attributes ? queryClient.ensureQueryData(accountQueries.settings(accountId)).catch(() => null) : null,
  ])
  return createVocabulary({
    tags: tags?.tags ?? null,
    attributes: settings?.attributes.filter((one) => !(one.private && hasPageFlag(maskedFlag))) ?? null,
    phoneCountry,
    zone,
    now: new Date(),
  })
}

/** What somebody who sees masked customers may not search by. The server refuses it as well. */
function maskedProblemOf(text: string, { search, since_datetime }: Partial<ListFilters>): Problem['kind'] | null {
  if (!search || !hasPageFlag(maskedFlag)) return null
  if (isContactFragment(search) || isContactFragment(text)) return 'contact_fragment'
  return since_datetime ? 'since_beside_search' : null
}

/** Parses a text as the search box means it. With a problem in it, nothing of it is to be sent. */
export async function parseSearch(text: string, context: GrammarContext): Promise<ParsedSearch> {
  const vocabulary = await fetchVocabulary(text, context)
  const { parsed, problems } = parseSearchText(text, vocabulary)
  const kind = maskedProblemOf(text, parsed.filters)
  return {
    ...parsed,
    problems: kind ? [...problems, { kind, at: 0, length: text.length, value: text, expected: [] }] : problems,
    hasOperators: hasOperators(text),
    print: (filters) => printSearchText(filters, vocabulary),
  }
}

/** A completion with the text and the caret that result from it. */
export type AppliedCompletion = Completion & { completed: string; caretAfter: number }

/** The completions at the caret of a text. */
export async function fetchCompletions(
  text: string,
  caret: number,
  context: GrammarContext,
): Promise<AppliedCompletion[]> {
  const { from, to, options } = completionsAt(text, caret, await fetchVocabulary(text, context))
  return options.map((option) => ({
    ...option,
    completed: `${text.slice(0, from)}${option.insert}${text.slice(to)}`,
    caretAfter: from + option.insert.length,
  }))
}

/** The filters in the canonical text of a recent search. */
export const parseRecentFilters = (query: string): ListFilters =>
  toListFilters(parseCustomerSearchParams(new URLSearchParams(query)).query)
