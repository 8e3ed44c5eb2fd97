import type { inferParserType, ParserMap } from 'nuqs/server'
import type { Tag } from '@/lib/customers/model/customer'
import type { Piece } from '@/lib/customers/search-text/pieces'
import type { ValueProblem } from '@/lib/customers/search-text/problem'
import type { Vocabulary } from '@/lib/customers/search-text/vocabulary'
import type { Messages } from '@/lib/messages/messages'

/**
 * One completion of an operator's value. `text` is what is inserted; `note` names a text in `search.notes` of the
 * catalogue.
 */
export type ValueCompletion = { text: string; label: string; kind: 'name' | 'value'; note?: string }

/** A filter as an operator of the search box, such as `tag:VIP`. */
export type Operator<V> = {
  name: string
  /** A complete use of the operator, shown where its value is missing. */
  example: string
  /** Whether a text may hold the operator several times. */
  isRepeatable?: boolean
  /** The names of the account that its values use; they are fetched before a text with this operator is parsed. */
  vocabulary?: 'tags' | 'attributes'
  /** The parameters that a value sets, or what is wrong with it. `parsed` holds what the text has set so far. */
  parse: (pieces: readonly Piece[], vocabulary: Vocabulary, parsed: Partial<V>) => Partial<V> | ValueProblem
  /** The values as they stand behind the operator; parsed again they set the same parameters. */
  print: (values: V, vocabulary: Vocabulary) => string[]
  /** The values that begin with what is typed; absent where only the person knows them. */
  complete?: (typed: string, vocabulary: Vocabulary) => ValueCompletion[]
  /** The parameters that a text without operators sets because of its form alone; null for any other text. */
  recognise?: (text: string, vocabulary: Vocabulary) => Partial<V> | null
}

/** One value in a menu. `short` is its text in the filter bar, where that differs. */
export type Choice = { value: string; label: string; short?: string; note?: string }

type ChoiceFacet<V> = {
  /** The choices in order; the first one sets nothing. */
  choices: (t: Messages) => [Choice, ...Choice[]]
  selected: (values: V) => string
  select: (value: string) => Partial<V>
}

/**
 * What the filter is in the filter bar. The kind chooses the component (`components/customers/filters`): a menu of fixed
 * choices, the account's tags, attribute pairs, a token, an instant, or a chip that only the search box sets.
 */
export type Facet<V> =
  | ({ kind: 'choices' } & ChoiceFacet<V>)
  | { kind: 'tags' }
  | { kind: 'attributes' }
  | { kind: 'token' }
  | { kind: 'instant' }
  | { kind: 'value' }

/** What a chip needs to know to write its value. `tags` is undefined while they are fetched. */
export type ChipContext = {
  t: Messages
  locale: string
  zone: string
  formatPhone: (e164: string) => string
  tags: readonly Tag[] | undefined
}
/**
 * A value that is set: its text in the filter bar, and the parameters that remove it. `label` replaces the filter's
 * own.
 */
export type Chip<V> = { label?: string; value: string; cleared: Partial<V> }

/**
 * What an alternative is made with beside the filters. The functions are loaded after the page, so the filters do not import
 * them.
 */
export type AlternativeContext = {
  /** Other ways to write a name, the likeliest first. */
  findSpellings: (text: string) => string[]
  /** The whole numbers, in E.164, that digits may be as well. */
  otherReadingsOfPhone: (digits: string) => string[]
  /** The beginning of a number with the country code of the company's own country; null for what begins none. */
  withCountryCode: (digits: string) => string | null
  /** The types of token whose values may be numbers. */
  tokenTypes: readonly string[]
}

/** A query to try where a query found nobody. `kind` names its text in the catalogue, `value` what it is about. */
export type FilterAlternative<V> = {
  kind: keyof Messages['empty']['offers']
  value?: string
  change: Partial<V> & { search?: string | null }
}

/**
 * All that there is to know of one filter; `filters/registry.ts` lists them, and everything else loops over that list.
 */
export type FilterDefinition<P extends ParserMap, Q extends ParserMap, V> = {
  name: string
  /** Dintero's parameters with their parsers; a value that a parser refuses is a 400, and ignored by the page. */
  params: P
  /** Those of `params` that are ours: how a value is read. Dintero does not have them. */
  ownParams?: readonly (keyof NoInfer<P> & string)[]
  /** Parameters of the page that Dintero does not have: a scan of the list answers them. */
  pageParams?: Q
  /** What a right value is, for each parameter, by its text in the catalogue: shown with a 400 and on the page. */
  expected: Record<keyof NoInfer<P> | keyof NoInfer<Q>, keyof Messages['expected']>
  /** Rules that a parameter must keep beside others; one that breaks its rule sets nothing. */
  rules?: { [name in keyof NoInfer<P> | keyof NoInfer<Q>]?: (values: Partial<V> & Record<string, unknown>) => boolean }
  /** How the audit log keeps a value: as it is where it points to nobody, else as a keyed hash. */
  audit: Record<keyof NoInfer<P> | keyof NoInfer<Q>, 'plain' | 'hashed'>
  /**
   * Whether the filter finds customers by a part of a value that masked roles do not see: then these roles get no total
   * and only the customers that match by a visible value.
   */
  findsByMaskedPart: boolean
  /** Whether it can match a deleted customer, which has only ids, times and a type (contract). */
  findsDeleted: boolean
  /** Whether its values exist in one account only. */
  isOfOneAccount?: boolean
  label?: (t: Messages) => string
  facet?: Facet<V>
  shortcut?: { key: string; title: (t: Messages) => string }
  /** The values that are set, as chips of the filter bar. */
  chips: (values: V, context: ChipContext) => Chip<V>[]
}

/** What the search box knows of a filter. It is loaded after the page, so it stands beside the filter. */
type SearchDefinition<V> = {
  operator?: Operator<V>
  /** The queries to try where nobody is found; `search` is the text beside the filter's own values. */
  alternatives?: (values: V & { search: string | null }, context: AlternativeContext) => FilterAlternative<V>[]
}

type NoParams = Record<never, never>

/** Checks a filter, and infers its values from its parsers. */
export function defineFilter<const Name extends string, P extends ParserMap, Q extends ParserMap = NoParams>(
  filter: { name: Name } & FilterDefinition<P, Q, inferParserType<P> & inferParserType<Q>>,
) {
  return filter
}

/** The whole filter: what `defineFilter` gives, with what the search box knows of it. */
export function defineSearch<const Name extends string, P extends ParserMap, Q extends ParserMap = NoParams>(
  filter: { name: Name } & FilterDefinition<P, Q, inferParserType<P> & inferParserType<Q>>,
  search: SearchDefinition<inferParserType<P> & inferParserType<Q>>,
) {
  return { ...filter, ...search }
}
