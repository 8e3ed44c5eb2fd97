'use client'

import { useEffect, useEffectEvent, useState } from 'react'
import { parseRecents, type Recent, recentsKey } from '@/components/customers/search/recents'
import type { AppliedCompletion } from '@/components/customers/search/search-grammar'
import { loadGrammar, type SearchBox } from '@/components/customers/search/use-search-box'
import type { CustomerUrl } from '@/components/customers/use-customer-url'
import { useIntl } from '@/components/ui/intl'
import { useSessionState } from '@/components/ui/use-session-state'

export const suggestionsId = 'search-suggestions'
export const suggestionId = (index: number) => `${suggestionsId}-${index}`

/** One option of the list below the box, and what choosing it does. */
export type Suggestion = {
  key: string
  label: string
  note?: string | undefined
  recent?: Recent['kind']
  choose: () => void
}

type SuggestionsOptions = {
  accountId: string
  box: SearchBox
  url: CustomerUrl
  onComplete: (completion: AppliedCompletion) => void
}

/** The options for an open box: completions at the caret, or in an empty box the latest searches and records. */
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
  const needsCompletions = isOpen && !isEmpty
  // biome-ignore lint/correctness/useExhaustiveDependencies: the event reads the text and the caret
  useEffect(() => {
    if (!needsCompletions) return
    const controller = new AbortController()
    void fetchNow()
      .catch(() => [])
      .then((fetched) => {
        if (!controller.signal.aborted) setCompletions(fetched)
      })
    return () => controller.abort()
  }, [needsCompletions, text, caret])

  const notes: Record<string, string> = t.search.notes
  const toSuggestion = (completion: AppliedCompletion, index: number): Suggestion => ({
    key: `${index} ${completion.insert}`,
    label: completion.label,
    note: notes[completion.note],
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
    recent: recent.kind,
    choose: () => void openRecent(recent).catch(() => {}),
  })
  return {
    suggestions: isEmpty ? recents.map(toRecentSuggestion) : completions.map(toSuggestion),
    clearRecents: () => setRecents([]),
  }
}
