'use client'

import { problemText } from '@/components/customers/search/problem-text'
import { SearchHint } from '@/components/customers/search/search-hint'
import { type Suggestion, suggestionId, suggestionsId } from '@/components/customers/search/use-suggestions'
import { useIntl } from '@/components/ui/intl'
import { Kbd } from '@/components/ui/kbd'
import { OptionGroup } from '@/components/ui/listbox/option-group'
import { usePreferences } from '@/components/ui/page/preferences'
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

/**
 * The list below the box: what is wrong in its text and where, and how it can be completed; below an empty box the recent
 * searches and records, and examples.
 */
export function SearchSuggestions(props: SearchSuggestionsProps) {
  const { text, problems, suggestions, activeOption, onChoose, onClearRecents } = props
  const { t, locale } = useIntl()
  const { searchHint } = usePreferences().preferences
  const isEmpty = text.trim() === ''
  const recents = suggestions.filter(({ isRecent }) => isRecent)
  const groups = [
    { caption: t.search.recent, options: recents, firstIndex: 0 },
    {
      caption: isEmpty ? t.search.examples : t.search.complete,
      options: suggestions.filter(({ isRecent }) => !isRecent),
      firstIndex: recents.length,
    },
  ].filter(({ options }) => options.length > 0)
  return (
    // The input keeps the focus when the pointer is pressed here.
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are handled by the input
    <div
      onMouseDown={(event) => event.preventDefault()}
      className="absolute inset-x-0 top-full z-menu mt-1 rounded-3 bg-float p-1 text-13 shadow-float print:hidden"
    >
      {isEmpty && searchHint === 'on' && <SearchHint />}
      {problems.length > 0 && (
        <div role="alert" className="px-2 py-1">
          <ul>
            {problems.map((problem) => (
              <li key={`${problem.kind} ${problem.at}`} className="text-danger">
                <Text translate="yes">{problemText(problem, t, locale)}</Text>
                {problem.length > 0 && problem.length < text.length && (
                  <span className="wrap-anywhere block text-text-2">
                    <Text>{text.slice(0, problem.at)}</Text>
                    <mark className="text-text-1">{text.slice(problem.at, problem.at + problem.length)}</mark>
                    <Text>{text.slice(problem.at + problem.length)}</Text>
                  </span>
                )}
              </li>
            ))}
          </ul>
        </div>
      )}
      {suggestions.length > 0 && (
        <>
          <div
            id={suggestionsId}
            role="listbox"
            aria-label={t.search.suggestions}
            className="thin-scroll max-h-list overflow-auto"
          >
            {groups.map(({ caption, options, firstIndex }) => (
              <OptionGroup
                key={caption}
                caption={caption}
                options={options}
                firstIndex={firstIndex}
                activeIndex={activeOption}
                idOf={suggestionId}
                onChoose={onChoose}
              />
            ))}
          </div>
          <div className="-mx-1 mt-1 flex items-center border-line border-t px-3 pt-1.5 pb-1 text-12 text-text-2">
            <p className="min-w-0 flex-auto">
              {isEmpty ? (
                <span>
                  <Kbd>?</Kbd> {t.search.listsOperators}
                </span>
              ) : (
                t.search.cannot
              )}
            </p>
            {recents.length > 0 && (
              <button
                type="button"
                className="hover-fade -mr-2 h-6 flex-none rounded-tag px-2 hover:bg-press max-wide:h-11"
                onClick={onClearRecents}
              >
                {t.search.clearRecent}
              </button>
            )}
          </div>
        </>
      )}
    </div>
  )
}
