import type { QueryClient } from '@tanstack/react-query'
import type { RefObject } from 'react'
import type { CustomerUrl } from '@/components/customers/use-customer-url'
import type { ListFilters } from '@/lib/customers/filters/customer-query'
import type { Problem } from '@/lib/customers/search-text/problem'

/** After a pause in typing, at Enter, or as plain text whatever it looks like. */
export type How = 'pause' | 'enter' | 'plain'

/** What the box remembers between two questions. */
export type Session = {
  /** The text and the query that were asked last. */
  text: string
  asked: string
  /** What was asked beside the box when typing began: what the box takes back, comes back. */
  beside: ListFilters | null
  /** Typing goes on: one search is one step of the history, however often it paused on the way. */
  isTypingOn: boolean
  turn: number
}

export type SearchBoxOptions = {
  accountId: string
  url: CustomerUrl
  /** ISO 3166: the country of a telephone number without one. */
  phoneCountry: string
  /** A text that may be a customer's id was asked for: the record itself is wanted. */
  onId: (id: string) => void
}

export type SearchBoxContext = SearchBoxOptions & {
  input: RefObject<HTMLInputElement | null>
  session: Session
  queryClient: QueryClient
  zone: string
  writePhone: (e164: string) => string
  goTo: (address: string) => void
  setProblems: (problems: Problem[]) => void
}
