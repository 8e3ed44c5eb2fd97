'use client'

import { useEffect, useEffectEvent, useState } from 'react'
import { SearchSuggestions } from '@/components/customers/search/search-suggestions'
import { type Suggestion, suggestionId, suggestionsId } from '@/components/customers/search/suggestion'
import type { useSearchBox } from '@/components/customers/search/use-search-box'
import { useSuggestions } from '@/components/customers/search/use-suggestions'

type SearchAssistProps = { accountId: string; box: ReturnType<typeof useSearchBox> }

/**
 * What helps in the box: completions and problems below it, and their keys (ARIA Authoring Practices, "Combobox"). It
 * comes after the box, so it listens at the input itself, and sets there what only it knows.
 */
export function SearchAssist({ accountId, box }: SearchAssistProps) {
  const input = box.input.current
  const [isOpen, setIsOpen] = useState(false)
  /** What stands in the box, and where the caret is. */
  const [at, setAt] = useState({ text: '', caret: 0 })
  const [active, setActive] = useState(-1)
  const { isAsked, problems } = box
  const { suggestions, refresh } = useSuggestions({ accountId, box, at, isOpen })

  // Problems are told once Enter has asked, or where nothing can be completed: not in the middle of a word.
  const told = isAsked || suggestions.length === 0 ? problems : []
  const isListed = isOpen && (suggestions.length > 0 || told.length > 0)

  const look = () => {
    setAt({ text: input?.value ?? '', caret: input?.selectionStart ?? 0 })
    setActive(-1)
    setIsOpen(true)
  }
  const close = () => {
    setIsOpen(false)
    setActive(-1)
  }
  const take = (suggestion: Suggestion) => {
    close()
    suggestion.take()
  }

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return
    if (event.key === 'Escape' && isListed) {
      event.preventDefault()
      close()
    } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && suggestions.length > 0) {
      event.preventDefault()
      if (!isOpen) return look()
      // Past the last one it goes back to the text.
      const places = suggestions.length + 1
      setActive(((active + 1 + (event.key === 'ArrowDown' ? 1 : -1) + places) % places) - 1)
    } else if (event.key === 'Enter') {
      const chosen = isListed ? suggestions[active] : undefined
      if (chosen) {
        event.preventDefault()
        return take(chosen)
      }
      close()
    }
  }
  // What Enter asked may be told a moment later, once the text was read.
  useEffect(() => {
    if (isAsked && problems.length > 0) setIsOpen(true)
  }, [isAsked, problems])
  const listen = useEffectEvent((event: Event) => {
    if (event.type === 'blur') close()
    else if (event instanceof KeyboardEvent) onKeyDown(event)
    else if (event.type !== 'select' || isOpen) look()
  })
  const start = useEffectEvent(() => {
    if (document.activeElement === input) look()
  })
  useEffect(() => {
    if (!input) return
    start()
    const events = ['focus', 'blur', 'input', 'select', 'keydown']
    const onEvent = (event: Event) => listen(event)
    for (const name of events) input.addEventListener(name, onEvent)
    return () => {
      for (const name of events) input.removeEventListener(name, onEvent)
    }
  }, [input])

  const hasList = isListed && suggestions.length > 0
  const isInvalid = told.length > 0
  useEffect(() => {
    if (!input) return
    const set = (name: string, value: string | null) =>
      value === null ? input.removeAttribute(name) : input.setAttribute(name, value)
    set('aria-expanded', String(hasList))
    set('aria-controls', hasList ? suggestionsId : null)
    set('aria-activedescendant', hasList && active >= 0 ? suggestionId(active) : null)
    set('aria-invalid', isInvalid ? 'true' : null)
  }, [input, hasList, active, isInvalid])

  if (!isListed) return null
  return (
    <SearchSuggestions
      accountId={accountId}
      text={at.text}
      problems={told}
      suggestions={suggestions}
      active={active}
      onTake={take}
      onCleared={refresh}
    />
  )
}
