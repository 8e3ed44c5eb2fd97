'use client'

import { Search, X } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { suggestionsId as listId, type Suggestion, suggestionId } from '@/components/customers/suggestion'
import { loadGrammar, type useSearchBox } from '@/components/customers/use-search-box'
import { useCommand } from '@/components/ui/commands'
import { Icon } from '@/components/ui/icon'
import { useIntl } from '@/components/ui/intl'
import { Kbd } from '@/components/ui/kbd'

const loadSuggestions = () => import('@/components/customers/search-suggestions')
const SearchSuggestions = lazy(() =>
  loadSuggestions().then(({ SearchSuggestions }) => ({ default: SearchSuggestions })),
)

type SearchBoxProps = {
  accountId: string
  box: ReturnType<typeof useSearchBox>
  /** The filters beside the box, for the plain form that this is before any script has loaded. */
  hidden: [name: string, value: string][]
  /** Several lines were pasted: each is a search of its own. */
  onLines: (lines: string[]) => void
}

/** The one box, with what completes it below. */
export function SearchBox({ accountId, box, hidden, onLines }: SearchBoxProps) {
  const { t } = useIntl()
  const { input, problems } = box
  const [isOpen, setIsOpen] = useState(false)
  /** What stands in the box and where the caret is, for the suggestions. */
  const [at, setAt] = useState({ text: '', caret: 0 })
  const [suggestions, setSuggestions] = useState<Suggestion[]>([])
  const [active, setActive] = useState(-1)
  /** Problems are told once Enter has asked, or where nothing can be completed: not in the middle of a word. */
  const [isAsked, setIsAsked] = useState(false)
  const told = isAsked || suggestions.length === 0 ? problems : []
  const isListed = isOpen && (suggestions.length > 0 || told.length > 0)

  const look = () => {
    const { value = '', selectionStart } = input.current ?? {}
    setAt({ text: value, caret: selectionStart ?? value.length })
    setActive(-1)
    setIsOpen(true)
  }
  const close = () => {
    setIsOpen(false)
    setActive(-1)
  }
  const clear = () => {
    box.put('', 0, 'enter')
    look()
  }
  const take = (suggestion: Suggestion) => {
    suggestion.take()
    setActive(-1)
  }
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

  const onKeyDown = (event: React.KeyboardEvent<HTMLInputElement>) => {
    const { key } = event
    if (event.nativeEvent.isComposing) return
    if (key === 'Escape') {
      // A browser would empty the box: what was typed is worth more than that.
      event.preventDefault()
      if (isListed) close()
      else event.currentTarget.blur()
    } else if ((key === 'ArrowDown' || key === 'ArrowUp') && suggestions.length > 0) {
      event.preventDefault()
      if (!isOpen) return look()
      const step = key === 'ArrowDown' ? 1 : -1
      // From the last one on it goes back to the text.
      setActive(((active + 1 + step + suggestions.length + 1) % (suggestions.length + 1)) - 1)
    } else if (key === 'Enter') {
      event.preventDefault()
      const chosen = isListed ? suggestions[active] : undefined
      if (chosen) return take(chosen)
      setIsAsked(true)
      if (problems.length === 0) close()
      box.ask(event.shiftKey ? 'plain' : 'enter')
    }
  }
  const onPaste = (event: React.ClipboardEvent) => {
    const lines = event.clipboardData
      .getData('text')
      .split(/\r?\n/)
      .map((line) => line.trim())
      .filter((line) => line !== '')
    if (lines.length < 2) return
    event.preventDefault()
    onLines(lines)
  }
  return (
    <search className="min-w-0 flex-[1_1_100%] wide:flex-[0_1_560px]">
      <form
        onSubmit={(event) => {
          event.preventDefault()
          box.ask('enter')
        }}
        className="relative flex items-center"
      >
        <Icon of={Search} size={16} className="pointer-events-none absolute left-2.5 text-text-3" />
        {hidden.map(([name, value]) => (
          <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
        ))}
        <input
          ref={input}
          type="search"
          role="combobox"
          name="q"
          defaultValue={box.initial}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          placeholder={t.search.placeholder}
          aria-label={t.search.label}
          aria-autocomplete="list"
          aria-expanded={isListed}
          aria-controls={isListed ? listId : undefined}
          aria-activedescendant={isListed && active >= 0 ? suggestionId(active) : undefined}
          aria-invalid={told.length > 0 || undefined}
          onFocus={() => {
            void loadGrammar()
            look()
          }}
          onChange={() => {
            setIsAsked(false)
            box.changed()
            look()
          }}
          onSelect={() => isOpen && look()}
          onPaste={onPaste}
          onBlur={() => {
            box.left()
            close()
          }}
          onKeyDown={onKeyDown}
          className="peer h-10 w-full rounded-2 border border-line-control bg-page pr-9 pl-[34px] text-14 focus-visible:border-transparent aria-invalid:border-danger wide:h-8"
        />
        <span className="pointer-events-none absolute right-2.5 hidden wide:peer-placeholder-shown:flex">
          <Kbd>/</Kbd>
        </span>
        <button
          type="button"
          onClick={clear}
          aria-label={t.search.clear}
          className="hover-fade absolute right-1 grid size-8 place-items-center rounded-tag text-text-2 hover:bg-press peer-placeholder-shown:hidden wide:size-6"
        >
          <Icon of={X} />
        </button>
        {isOpen && (
          <Suspense>
            <SearchSuggestions
              id={listId}
              accountId={accountId}
              at={at}
              box={box}
              problems={told}
              suggestions={suggestions}
              active={active}
              onSuggestions={setSuggestions}
              onTake={take}
            />
          </Suspense>
        )}
      </form>
    </search>
  )
}
