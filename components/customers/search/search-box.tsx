'use client'

import { Search, X } from 'lucide-react'
import { type ClipboardEvent, type KeyboardEvent, Suspense, useEffect, useState } from 'react'
import { loadAsk, type useSearchBox } from '@/components/customers/search/use-search-box'
import { useCommand } from '@/components/ui/commands'
import { useIntl } from '@/components/ui/intl'
import { Kbd } from '@/components/ui/kbd'
import { lazyComponent } from '@/components/ui/lazy-component'

const SearchAssist = lazyComponent(
  () => import('@/components/customers/search/search-assist'),
  (all) => all.SearchAssist,
)

type SearchBoxProps = {
  accountId: string
  box: ReturnType<typeof useSearchBox>
  /** The filters beside the box, for the plain form that this is before any script has loaded. */
  hidden: [name: string, value: string][]
  /** Several lines were pasted: each is a search of its own. */
  onLines: (lines: string[]) => void
}

/** The one box: a plain form, which takes what is typed at once. What completes and explains comes at its first use. */
export function SearchBox({ accountId, box, hidden, onLines }: SearchBoxProps) {
  const { t } = useIntl()
  const { input } = box
  const [isUsed, setIsUsed] = useState(false)

  // It may have the focus since before there were scripts.
  useEffect(() => {
    if (document.activeElement === input.current) setIsUsed(true)
  }, [input])
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
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.defaultPrevented || (event.key !== 'Escape' && !(event.key === 'Enter' && event.shiftKey))) return
    // At Escape a browser would empty the box: what was typed is worth more than that.
    event.preventDefault()
    if (event.key === 'Escape') event.currentTarget.blur()
    else box.ask('plain')
  }
  const onPaste = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text')
    const lines = text.split('\n').flatMap((line) => line.trim() || [])
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
        <Search size={16} className="pointer-events-none absolute left-2.5 text-text-3" />
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
          aria-expanded="false"
          onFocus={() => {
            void loadAsk()
            setIsUsed(true)
          }}
          onChange={box.changed}
          onBlur={box.left}
          onKeyDown={onKeyDown}
          onPaste={onPaste}
          className="peer h-10 w-full rounded-2 border border-line-control bg-page pr-9 pl-[34px] text-14 focus-visible:border-transparent aria-invalid:border-danger wide:h-8"
        />
        <span className="pointer-events-none absolute right-2.5 hidden wide:peer-placeholder-shown:flex">
          <Kbd>/</Kbd>
        </span>
        <button
          type="button"
          onClick={() => box.put('', 0, true)}
          aria-label={t.search.clear}
          className="hover-fade absolute right-1 grid size-8 place-items-center rounded-tag text-text-2 hover:bg-press peer-placeholder-shown:hidden wide:size-6"
        >
          <X />
        </button>
        {isUsed && (
          <Suspense>
            <SearchAssist accountId={accountId} box={box} />
          </Suspense>
        )}
      </form>
    </search>
  )
}
