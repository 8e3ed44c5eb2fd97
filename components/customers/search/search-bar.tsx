'use client'

import { memo, Suspense } from 'react'
import { SearchBox } from '@/components/customers/search/search-box'
import { type SearchBoxOptions, useSearchBox } from '@/components/customers/search/use-search-box'
import { searchFieldOf } from '@/components/customers/search-field'
import type { Views } from '@/components/customers/views/use-views'
import { ViewButton } from '@/components/customers/views/view-button'
import { lazyComponent } from '@/components/ui/lazy-component'

const SearchInterpretation = lazyComponent(
  () => import('@/components/customers/search/search-interpretation'),
  (all) => all.SearchInterpretation,
)

const ViewChanges = lazyComponent(
  () => import('@/components/customers/views/view-changes'),
  (all) => all.ViewChanges,
)

type SearchBarProps = SearchBoxOptions & {
  views: Views
  /** Whether the words were searched for one by one: the whole phrase matched nobody, or the person chose so. */
  isByWord: boolean
}

/** The search box, and how its text was interpreted. */
export const SearchBar = memo(function SearchBar({ isByWord, views, ...options }: SearchBarProps) {
  const { accountId, url, onLines } = options
  const box = useSearchBox(options)
  return (
    <div className="flex min-w-0 flex-wrap items-center gap-2 px-3 pt-2 wide:h-(--h-search) wide:flex-nowrap wide:pt-1">
      <ViewButton views={views} />
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
      {views.isEdited && (
        <Suspense>
          <ViewChanges views={views} />
        </Suspense>
      )}
    </div>
  )
})
