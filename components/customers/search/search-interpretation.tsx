'use client'

import { ChevronDown, X } from 'lucide'
import { useState } from 'react'
import { searchFieldOf } from '@/components/customers/search-field'
import type { CustomerUrl } from '@/components/customers/use-customer-url'
import { useCommand } from '@/components/ui/commands'
import { Icon } from '@/components/ui/icon'
import { useIntl } from '@/components/ui/intl'
import { lazyComponent } from '@/components/ui/lazy-component'
import { MenuButton } from '@/components/ui/menu-button'
import { usePageFlag } from '@/components/ui/page/page-flag'
import { useFormatPhone } from '@/components/ui/phone'
import { Text } from '@/components/ui/text'
import { maskedFlag } from '@/lib/access'
import { wordsOf } from '@/lib/customers/model/match'
import { fill } from '@/lib/messages/messages'

const InterpretationMenu = lazyComponent(
  () => import('@/components/customers/search/interpretation-menu'),
  (all) => all.InterpretationMenu,
)

type SearchInterpretationProps = {
  /** Whether the words were searched for one by one: the whole phrase matched nobody, or the person chose so. */
  isByWord: boolean
  /** The text that was sent. */
  text: string
  url: CustomerUrl
  onPlain: () => void
}

const bareOf = (text: string) =>
  text
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase()

/** Whether a text holds words beside a value that was taken from it. A number alone may be written in many ways. */
function holdsMore(text: string, value: string): boolean {
  const [whole, taken] = [bareOf(text), bareOf(value)]
  return whole.length > taken.length && /\p{L}/u.test(whole)
}

/** How the text of the box was interpreted, with a menu of the other interpretations. */
export function SearchInterpretation({ isByWord, text, url, onPlain }: SearchInterpretationProps) {
  const { t } = useIntl()
  const isMasked = usePageFlag(maskedFlag)
  const [inNames, inFields] = isMasked
    ? [t.search.inNamesMasked, t.search.inFieldsMasked]
    : [t.search.inNames, t.search.inFields]
  const formatPhone = useFormatPhone()
  const [open, setOpen] = useState(false)
  const field = searchFieldOf(url.filters)
  const value = url.filters[field]
  useCommand({
    id: 'search-plain',
    keys: ['x'],
    title: t.shortcuts.searchPlain,
    group: 'find',
    run: () => {
      if (field === 'search') return false
      onPlain()
      return true
    },
  })
  if (value === null) return null
  // One word is its own phrase.
  const isEachWord = isByWord && wordsOf(value).length > 1
  const isTaken = holdsMore(text, value)
  const exact = field === 'email' ? t.filters.email : field === 'phone_number' ? t.filters.phone : null
  return (
    <span className="inline-flex min-h-11 min-w-0 flex-auto items-stretch rounded-2 border border-line-strong text-text-2 wide:h-7 wide:min-h-0 wide:flex-initial">
      <MenuButton
        open={open}
        onOpenChange={setOpen}
        className="hover-fade flex min-w-0 flex-auto items-center gap-1 rounded-l-2 px-2 text-left wide:whitespace-nowrap last:rounded-r-2 hover:bg-press aria-expanded:bg-press"
        renderMenu={(menu) => (
          <InterpretationMenu
            {...menu}
            url={url}
            wholeText={isTaken ? text : null}
            isByWord={isEachWord}
            onPlain={onPlain}
          />
        )}
      >
        {/* A sentence of several lines where there is no room for one (WCAG 1.4.10). In one line, its end is cut first. */}
        <span className="min-w-0 flex-auto wrap-anywhere wide:truncate">
          <span>{exact ?? (isEachWord ? t.search.eachWord : t.search.startsWith)}</span>{' '}
          <b className="font-medium text-text-1">
            <Text>{field === 'phone_number' ? formatPhone(value) : value}</Text>
          </b>{' '}
          {isTaken ? (
            <span>{t.search.takenFromText}</span>
          ) : (
            exact === null && <span>{isEachWord ? inNames : inFields}</span>
          )}
        </span>
        <Icon of={ChevronDown} className="text-text-3 print:hidden" />
      </MenuButton>
      {exact !== null && (
        <button
          type="button"
          onClick={() => url.setFilters({ [field]: null })}
          aria-label={fill(t.filters.remove, { filter: exact })}
          className="hover-fade grid w-11 flex-none place-items-center rounded-r-2 border-line border-l hover:bg-press wide:w-6 print:hidden"
        >
          <Icon of={X} size={12} />
        </button>
      )}
    </span>
  )
}
