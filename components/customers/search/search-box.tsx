'use client'

import { Search, X } from 'lucide'
import {
  type ClipboardEvent,
  type FormEvent,
  Suspense,
  type SyntheticEvent,
  useEffectEvent,
  useLayoutEffect,
  useRef,
} from 'react'
import { flushSync } from 'react-dom'
import { handleComboboxKey } from '@/components/customers/search/combobox-keys'
import { type SearchBox as Box, loadGrammar } from '@/components/customers/search/use-search-box'
import {
  type Suggestion,
  suggestionId,
  suggestionsId,
  useSuggestions,
} from '@/components/customers/search/use-suggestions'
import { searchFieldOf } from '@/components/customers/search-field'
import type { CustomerUrl } from '@/components/customers/use-customer-url'
import { useCommand } from '@/components/ui/commands'
import { Icon } from '@/components/ui/icon'
import { useIntl } from '@/components/ui/intl'
import { KeyHint } from '@/components/ui/key-hint'
import { lazyComponent } from '@/components/ui/lazy-component'
import { serializeCustomerSearchParams } from '@/lib/customers/filters/customer-query'

const SearchSuggestions = lazyComponent(
  () => import('@/components/customers/search/search-suggestions'),
  (all) => all.SearchSuggestions,
)

type SearchBoxProps = {
  accountId: string
  box: Box
  url: CustomerUrl
  /** Called with pasted lines, if there are several: each is a search of its own. */
  onLines: (lines: string[]) => void
}

const caretOf = (input: HTMLInputElement) => input.selectionStart ?? 0

/**
 * The search input: a combobox (ARIA Authoring Practices, "Combobox") within a form that also works before any script
 * has loaded.
 */
export function SearchBox({ accountId, box, url, onLines }: SearchBoxProps) {
  const { t } = useIntl()
  const input = useRef<HTMLInputElement>(null)
  const { state, dispatch } = box
  const { text, problems, activeOption } = state

  /** Puts a text into the box, and sends it if it is complete. */
  const replaceText = (next: string, caret: number, isComplete: boolean) => {
    flushSync(() => {
      dispatch({ type: 'typed', text: next, caret })
      if (isComplete) dispatch({ type: 'submitted', trigger: 'enter' })
    })
    input.current?.focus()
    input.current?.setSelectionRange(caret, caret)
  }
  const { suggestions, clearRecents } = useSuggestions({
    accountId,
    box,
    url,
    onComplete: ({ completed, caretAfter, isWhole }) => replaceText(completed, caretAfter, isWhole),
  })
  // Problems are shown after Enter, or when nothing can be completed, and not in the middle of a word.
  const shownProblems = state.isSubmitted || suggestions.length === 0 ? problems : []
  const isListed = state.isOpen && (suggestions.length > 0 || shownProblems.length > 0)
  const hasOptions = isListed && suggestions.length > 0

  // The input may have been used before the page was hydrated.
  const takeOverInput = useEffectEvent((element: HTMLInputElement) => {
    if (element.value !== text) {
      dispatch({ type: 'typed', text: element.value, caret: caretOf(element) })
      dispatch({ type: 'closed' })
    }
    if (document.activeElement === element) handleFocus(element)
  })
  useLayoutEffect(() => {
    if (input.current) takeOverInput(input.current)
  }, [])

  useCommand({
    id: 'search',
    keys: ['/'],
    title: t.shortcuts.search,
    group: 'find',
    run: () => {
      input.current?.focus()
      input.current?.select()
      return true
    },
  })
  const handleFocus = (element: HTMLInputElement) => {
    void loadGrammar().catch(() => {})
    dispatch({ type: 'focused', caret: caretOf(element) })
  }
  /** The end of a composition is no change of the text for every browser. */
  const handleText = ({ currentTarget, nativeEvent }: SyntheticEvent<HTMLInputElement>) =>
    dispatch({
      type: 'typed',
      text: currentTarget.value,
      caret: caretOf(currentTarget),
      isComposing: 'isComposing' in nativeEvent && nativeEvent.isComposing === true,
    })
  const choose = (suggestion: Suggestion) => {
    dispatch({ type: 'closed' })
    suggestion.choose()
  }
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault()
    dispatch({ type: 'submitted', trigger: 'enter' })
  }
  const handlePaste = (event: ClipboardEvent) => {
    const lines = event.clipboardData
      .getData('text')
      .split(/[\n\v\r\u2028\u2029]/)
      .flatMap((line) => line.trim() || [])
    if (lines.length < 2) return
    event.preventDefault()
    dispatch({ type: 'closed' })
    onLines(lines)
  }
  return (
    <search className="min-w-0 flex-auto basis-44 wide:max-w-140 wide:basis-64">
      <form onSubmit={handleSubmit} className="relative flex items-center">
        <Icon of={Search} size={16} className="pointer-events-none absolute left-2.5 text-text-3" />
        <HiddenFilters url={url} />
        <input
          ref={input}
          type="search"
          role="combobox"
          name="q"
          value={text}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          placeholder={t.search.placeholder}
          aria-label={t.search.label}
          aria-autocomplete="list"
          aria-expanded={hasOptions}
          aria-controls={hasOptions ? suggestionsId : undefined}
          aria-activedescendant={hasOptions && activeOption >= 0 ? suggestionId(activeOption) : undefined}
          aria-invalid={shownProblems.length > 0 ? true : undefined}
          onFocus={(event) => handleFocus(event.currentTarget)}
          onChange={handleText}
          onCompositionEnd={handleText}
          onSelect={({ currentTarget }: SyntheticEvent<HTMLInputElement>) =>
            dispatch({ type: 'caretMoved', caret: caretOf(currentTarget) })
          }
          onBlur={() => {
            // A search that only pauses have sent counts once the box is left, by its last text.
            if (state.isTyping) box.addRecentSearch(url.filters)
            dispatch({ type: 'left' })
          }}
          onKeyDown={(event) => handleComboboxKey(event, { box, suggestions, isListed, onChoose: choose })}
          onPaste={handlePaste}
          className="peer h-11 w-full rounded-2 border border-line-control bg-page pr-11 pl-8.5 text-14 placeholder-shown:text-ellipsis focus-visible:border-transparent aria-invalid:border-danger wide:h-8 wide:pr-9"
        />
        <span className="pointer-events-none absolute right-2.5 hidden wide:peer-placeholder-shown:flex">
          <KeyHint>/</KeyHint>
        </span>
        <button
          type="button"
          onClick={() => replaceText('', 0, true)}
          aria-label={t.search.clear}
          className="hover-fade absolute right-0 grid size-11 place-items-center rounded-tag text-text-2 hover:bg-press peer-placeholder-shown:hidden wide:right-1 wide:size-6"
        >
          <Icon of={X} />
        </button>
        {isListed && (
          <Suspense>
            <SearchSuggestions
              text={text}
              problems={shownProblems}
              suggestions={suggestions}
              activeOption={activeOption}
              onChoose={choose}
              onClearRecents={clearRecents}
            />
          </Suspense>
        )}
      </form>
    </search>
  )
}

/** The filters beside the box, for the form that the browser sends before any script has loaded. */
function HiddenFilters({ url: { filters, params } }: { url: CustomerUrl }) {
  const beside = { ...filters, [searchFieldOf(filters)]: null, limit: params.limit, view: params.view }
  return [...new URLSearchParams(serializeCustomerSearchParams(beside))].map(([name, value]) => (
    <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
  ))
}
