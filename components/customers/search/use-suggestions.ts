'use client'

import { useEffect, useEffectEvent, useState } from 'react'
import { takeRecent } from '@/components/customers/search/ask-text'
import { readRecents } from '@/components/customers/search/recents'
import type { Suggestion } from '@/components/customers/search/suggestion'
import type { useSearchBox } from '@/components/customers/search/use-search-box'
import { useIntl } from '@/components/ui/intl'
import { completionsAt } from '@/lib/customers/search-text/complete'

type SuggestionsOptions = {
  accountId: string
  box: ReturnType<typeof useSearchBox>
  at: { text: string; caret: number }
  isOpen: boolean
}

/** What can be completed where the caret stands; in an empty box, what was searched and opened lately. */
export function useSuggestions({ accountId, box, at, isOpen }: SuggestionsOptions) {
  const { t } = useIntl()
  const [suggestions, setSuggestions] = useState<Suggestion[]>([])
  const notes: Record<string, string> = t.search.notes

  const recents = (): Suggestion[] =>
    readRecents(accountId).map((recent) => ({
      key: `${recent.kind} ${recent.text}`,
      label: recent.text,
      recent: recent.kind,
      take: () => takeRecent(recent, box.url),
    }))
  const completions = async ({ text, caret }: typeof at): Promise<Suggestion[]> => {
    const { from, to, options } = completionsAt(text, caret, await box.vocabularyOf(text))
    return options.map(({ insert, label, note, kind }, index) => ({
      key: `${index} ${insert}`,
      label,
      note: notes[note],
      take: () => box.put(`${text.slice(0, from)}${insert}${text.slice(to)}`, from + insert.length, kind === 'value'),
    }))
  }
  const update = useEffectEvent(async (place: typeof at, isCurrent: () => boolean) => {
    const next = place.text.trim() === '' ? recents() : await completions(place).catch(() => [])
    if (isCurrent()) setSuggestions(next)
  })
  useEffect(() => {
    if (!isOpen) return
    let isCurrent = true
    void update(at, () => isCurrent)
    return () => {
      isCurrent = false
    }
  }, [at, isOpen])

  return { suggestions, refresh: () => void update(at, () => true) }
}
