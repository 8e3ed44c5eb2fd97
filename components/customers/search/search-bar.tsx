'use client'

import { memo, Suspense } from 'react'
import { SearchBox } from '@/components/customers/search/search-box'
import { type SearchBoxOptions, useSearchBox } from '@/components/customers/search/use-search-box'
import { searchFieldOf } from '@/components/customers/search-field'
import { lazyComponent } from '@/components/ui/lazy-component'

const SearchInterpretation = lazyComponent(
  () => import('@/components/customers/search/search-interpretation'),
  (all) => all.SearchInterpretation,
)

type SearchBarProps = SearchBoxOptions & {
  /** Whether the words were searched for one by one: the whole phrase matched nobody, or the person chose so. */
  isByWord: boolean
}

/** The search box, and how its text was interpreted. */
export const SearchBar = memo(function SearchBar({ isByWord, ...options }: SearchBarProps) {
  const { accountId, url, onLines } = options
  const box = useSearchBox(options)
  return (
    <div className="flex min-w-0 flex-wrap items-center gap-2 px-3 pt-2 wide:h-(--h-search) wide:flex-nowrap wide:pt-1">
      <SearchBox accountId={accountId} box={box} url={url} onLines={onLines} />
      {url.filters[searchFieldOf(url.filters)] !== null && (
        <Suspense>
          <SearchInterpretation
            isByWord={isByWord}
            text={box.state.sentText}
            url={url}
            onPlain={() => box.dispatch({ type: 'submitted', trigger: 'plain' })}
          />
        </Suspense>
      )}
    </div>
  )
})
