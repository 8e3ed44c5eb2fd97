'use client'

import { History, UserRound } from 'lucide'
import { useEffect, useEffectEvent, useState } from 'react'
import type { AppliedCompletion } from '@/components/customers/search/search-grammar'
import { loadGrammar, type SearchBox } from '@/components/customers/search/use-search-box'
import type { CustomerUrl } from '@/components/customers/use-customer-url'
import { useIntl } from '@/components/ui/intl'
import type { Option } from '@/components/ui/listbox/option-group'
import { useSessionState } from '@/components/ui/use-session-state'
import { parseRecents, type Recent, recentsKey } from '@/lib/recents'

export const suggestionsId = 'search-suggestions'
export const suggestionId = (index: number) => `${suggestionsId}-${index}`

/** One option of the list below the box, and what choosing it does. */
export type Suggestion = Option & {
  isRecent?: boolean
  /** Whether it is the value of an operator, such as a tag. */
  isValue?: boolean
  choose: () => void
}

type SuggestionsOptions = {
  accountId: string
  box: SearchBox
  url: CustomerUrl
  onComplete: (completion: AppliedCompletion) => void
}

/** The options for an open box: completions at the caret, or in an empty box the latest searches and records, and examples. */
export function useSuggestions({ accountId, box, url, onComplete }: SuggestionsOptions) {
  const { t } = useIntl()
  const { text, caret, isOpen } = box.state
  const isEmpty = text.trim() === ''
  const [completions, setCompletions] = useState<AppliedCompletion[]>([])
  const [recents, setRecents] = useSessionState(recentsKey(accountId), parseRecents)

  const fetchNow = useEffectEvent(async (): Promise<AppliedCompletion[]> => {
    const { fetchCompletions } = await loadGrammar()
    return fetchCompletions(text, caret, box.grammarContext)
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: the event reads the text and the caret
  useEffect(() => {
    if (!isOpen) return
    const controller = new AbortController()
    void fetchNow()
      .catch(() => [])
      .then((fetched) => {
        if (!controller.signal.aborted) setCompletions(fetched)
      })
    return () => controller.abort()
  }, [isOpen, text, caret])

  const notes: Record<string, string> = t.search.notes
  const toSuggestion = (completion: AppliedCompletion, index: number): Suggestion => ({
    key: `${index} ${completion.insert}`,
    label: completion.label,
    note: notes[completion.note],
    isValue: completion.kind === 'value',
    choose: () => onComplete(completion),
  })
  const openRecent = async (recent: Recent) => {
    if (recent.kind === 'record') return url.openRecord(recent.customerId)
    const { parseRecentFilters } = await loadGrammar()
    url.setFilters(parseRecentFilters(recent.query))
  }
  const toRecentSuggestion = (recent: Recent): Suggestion => ({
    key: `${recent.kind} ${recent.text}`,
    label: recent.text,
    icon: recent.kind === 'search' ? History : UserRound,
    isRecent: true,
    choose: () => void openRecent(recent).catch(() => {}),
  })
  // Those of the text before stand there until the new ones come.
  const fitting = completions.filter(({ kind }) => (kind === 'example') === isEmpty)
  return {
    suggestions: [...(isEmpty ? recents.map(toRecentSuggestion) : []), ...fitting.map(toSuggestion)],
    clearRecents: () => setRecents([]),
  }
}
