'use client'

import { Search, X } from 'lucide-react'
import { type FormEvent, useEffect, useEffectEvent, useRef } from 'react'
import { useCommand } from '@/components/ui/commands'
import { Icon } from '@/components/ui/icon'
import { useIntl } from '@/components/ui/intl'
import { Kbd } from '@/components/ui/kbd'
import { longestSearch } from '@/lib/customers/customer-query'

const typingPauseMs = 300

type SearchBoxProps = {
  search: string | null
  /** The other filters, for the plain form that this is before any script has loaded. */
  hidden: [name: string, value: string][]
  /** One search is one step of the history, however often typing paused on the way to it. */
  onSearch: (search: string | null, history: 'push' | 'replace') => void
}

/**
 * The one box. It is uncontrolled: what is typed before the page is ready stays, no key is lost and the caret never moves.
 * Enter asks at once, a pause asks too.
 */
export function SearchBox({ search, hidden, onSearch }: SearchBoxProps) {
  const { t } = useIntl()
  const input = useRef<HTMLInputElement>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const asked = useRef(search)

  const isTypingOn = useRef(false)

  const ask = ({ typingOn }: { typingOn: boolean }) => {
    clearTimeout(timer.current)
    const text = input.current?.value.trim().slice(0, longestSearch) || null
    if (text === asked.current) return
    asked.current = text
    onSearch(text, isTypingOn.current ? 'replace' : 'push')
    isTypingOn.current = typingOn
  }
  const askAfterPause = () => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => ask({ typingOn: true }), typingPauseMs)
  }
  const clear = () => {
    if (!input.current) return
    input.current.value = ''
    input.current.focus()
    ask({ typingOn: false })
  }

  // The address changed by other means (Back, a chip, a link): the box follows. What was typed before hydration is asked.
  useEffect(() => {
    if (!input.current) return
    if (search !== asked.current) {
      asked.current = search
      isTypingOn.current = false
      clearTimeout(timer.current)
      input.current.value = search ?? ''
    }
  }, [search])
  const askWhatWasTypedBefore = useEffectEvent(() => {
    if (input.current && input.current.value.trim() !== (asked.current ?? '')) askAfterPause()
  })
  useEffect(() => {
    askWhatWasTypedBefore()
    return () => clearTimeout(timer.current)
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

  const submit = (event: FormEvent) => {
    event.preventDefault()
    ask({ typingOn: false })
  }
  return (
    <search className="min-w-0 flex-[1_1_100%] wide:flex-[0_1_560px]">
      <form onSubmit={submit} className="relative flex items-center">
        <Icon of={Search} size={16} className="pointer-events-none absolute left-2.5 text-text-3" />
        {hidden.map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <input
          ref={input}
          type="search"
          name="search"
          defaultValue={search ?? ''}
          maxLength={longestSearch}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          placeholder={t.search.placeholder}
          aria-label={t.search.label}
          onChange={askAfterPause}
          onBlur={() => {
            isTypingOn.current = false
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return
            // A browser would empty the box: what was typed is worth more than that.
            event.preventDefault()
            event.currentTarget.blur()
          }}
          className="peer h-10 w-full rounded-2 border border-line-control bg-page pr-9 pl-[34px] text-14 focus-visible:border-transparent wide:h-8"
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
      </form>
    </search>
  )
}
