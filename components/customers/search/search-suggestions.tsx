'use client'

import { History, UserRound } from 'lucide'
import { problemText } from '@/components/customers/search/problem-text'
import { type Suggestion, suggestionId, suggestionsId } from '@/components/customers/search/use-suggestions'
import { Icon } from '@/components/ui/icon'
import { useIntl } from '@/components/ui/intl'
import { Kbd } from '@/components/ui/kbd'
import { Text } from '@/components/ui/text'
import type { Problem } from '@/lib/customers/search-text/problem'

type SearchSuggestionsProps = {
  text: string
  problems: Problem[]
  suggestions: Suggestion[]
  activeOption: number
  onChoose: (suggestion: Suggestion) => void
  onClearRecents: () => void
}

/** The list below the box: what is wrong in its text and where, and how it can be completed. */
export function SearchSuggestions(props: SearchSuggestionsProps) {
  const { text, problems, suggestions, activeOption, onChoose, onClearRecents } = props
  const { t, locale } = useIntl()
  const isRecent = text.trim() === ''
  return (
    // The input keeps the focus when the pointer is pressed here.
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are handled by the input
    <div
      onMouseDown={(event) => event.preventDefault()}
      className="absolute inset-x-0 top-full z-menu mt-1 rounded-3 bg-float p-1 text-13 shadow-float"
    >
      {problems.length > 0 && (
        <ul role="alert" className="px-2 py-1">
          {problems.map((problem) => (
            <li key={`${problem.kind} ${problem.at}`} className="text-danger">
              <Text>{problemText(problem, t, locale)}</Text>
              {problem.length > 0 && problem.length < text.length && (
                <span className="block truncate text-text-2">
                  <Text>{text.slice(0, problem.at)}</Text>
                  <mark className="text-text-1">{text.slice(problem.at, problem.at + problem.length)}</mark>
                  <Text>{text.slice(problem.at + problem.length)}</Text>
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
      {suggestions.length > 0 && (
        <>
          <div className="flex h-6 items-center px-2 text-11 text-text-3">
            <span className="flex-auto">{isRecent ? t.search.recent : t.search.complete}</span>
            {isRecent && (
              <button
                type="button"
                className="hover-fade h-5 rounded-tag px-1 text-text-2 hover:bg-press"
                onClick={onClearRecents}
              >
                {t.search.clearRecent}
              </button>
            )}
          </div>
          <div id={suggestionsId} role="listbox" aria-label={isRecent ? t.search.recent : t.search.complete}>
            {suggestions.map((suggestion, index) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the input handles the keys, by aria-activedescendant
              // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the input
              <div
                key={suggestion.key}
                id={suggestionId(index)}
                role="option"
                aria-selected={index === activeOption}
                onClick={() => onChoose(suggestion)}
                className="flex min-h-11 cursor-default items-center gap-2 rounded-2 px-2 hover:bg-hover aria-selected:bg-press wide:min-h-7"
              >
                {suggestion.recent === 'search' && <Icon of={History} className="text-text-3" />}
                {suggestion.recent && suggestion.recent !== 'search' && <Icon of={UserRound} className="text-text-3" />}
                <span className="min-w-0 flex-auto truncate">
                  <Text>{suggestion.label}</Text>
                </span>
                {suggestion.note && <span className="flex-none text-12 text-text-3">{suggestion.note}</span>}
                {index === activeOption && <Kbd>Enter</Kbd>}
              </div>
            ))}
          </div>
          {!isRecent && (
            <p className="-mx-1 mt-1 border-line border-t px-3 pt-1.5 pb-1 text-12 text-text-2">{t.search.cannot}</p>
          )}
        </>
      )}
    </div>
  )
}
