'use client'

import { searchFieldOf } from '@/components/customers/search-field'
import type { CustomerUrl } from '@/components/customers/use-customer-url'
import { useIntl } from '@/components/ui/intl'
import { KeyHint } from '@/components/ui/key-hint'
import { Menu, MenuCaption, MenuChoice, MenuChoices } from '@/components/ui/menu'
import type { MenuProps } from '@/components/ui/menu-button'
import { pageFlagValues } from '@/components/ui/page/page-flag'
import { visibleText } from '@/components/ui/text'
import { wordsOf } from '@/lib/customers/model/match'
import { phoneCountriesFlag } from '@/lib/customers/search-text/clean/phone-countries'
import { recogniseEmail } from '@/lib/customers/search-text/recognise-email'
import { recognisePhone } from '@/lib/customers/search-text/recognise-phone'
import { fill } from '@/lib/messages/messages'

type InterpretationMenuProps = MenuProps & {
  url: CustomerUrl
  /** The text that the value was taken from; null where it is the value itself. */
  wholeText: string | null
  /** Whether the list is what each word finds, and not the whole text as one phrase. */
  isByWord: boolean
  onPlain: () => void
}

/** The interpretations of the text in the box. Those that are not possible are disabled, with the reason. */
export function InterpretationMenu({ url, wholeText, isByWord, onPlain, ...menu }: InterpretationMenuProps) {
  const { t } = useIntl()
  const { filters, cursor, setFilters, openRecord } = url
  const field = searchFieldOf(filters)
  const text = filters[field] ?? ''
  // A signature may hold an email and a number, of which one was taken.
  const whole = wholeText ?? text
  const email = recogniseEmail(text) ?? recogniseEmail(whole)
  const phone_number = recognisePhone(whole, pageFlagValues(phoneCountriesFlag))

  const hasWords = field === 'search' && wordsOf(text).length > 1
  // On the first page the words have taken the place of a phrase that finds nobody.
  const isNoPhrase = isByWord && filters.match === null && cursor.starting_after === null
  const choose = (interpretation: string) => {
    if (interpretation === 'words') setFilters({ match: 'words' })
    else if (interpretation === 'search' && hasWords) setFilters({ match: null })
    else if (interpretation === 'search' || interpretation === 'whole') onPlain()
    else if (interpretation === 'id') openRecord(text)
    else if (interpretation === 'email') setFilters({ search: null, email, phone_number: null })
    else setFilters({ search: null, email: null, phone_number })
  }
  return (
    <Menu {...menu}>
      <MenuCaption>{fill(t.search.readAs, { text: visibleText(text) })}</MenuCaption>
      <MenuChoices
        label={fill(t.search.readAs, { text: visibleText(text) })}
        value={hasWords && isByWord ? 'words' : field}
        onChange={choose}
      >
        {hasWords && (
          <>
            <MenuChoice value="search" disabled={isNoPhrase} note={isNoPhrase && t.search.noPhrase}>
              {t.search.asPhrase}
            </MenuChoice>
            <MenuChoice value="words">{t.search.asWords}</MenuChoice>
          </>
        )}
        {(!hasWords || wholeText !== null) && (
          <MenuChoice value={hasWords ? 'whole' : 'search'} note={<KeyHint>x</KeyHint>}>
            {wholeText === null ? t.search.asPlain : fill(t.search.asWholeText, { text: visibleText(wholeText) })}
          </MenuChoice>
        )}
        <MenuChoice value="email" disabled={email === null} note={email === null && t.search.noEmail}>
          {t.search.asEmail}
        </MenuChoice>
        <MenuChoice
          value="phone_number"
          disabled={phone_number === null}
          note={phone_number === null && t.search.noPhone}
        >
          {t.search.asPhone}
        </MenuChoice>
        <MenuChoice value="id">{t.search.asId}</MenuChoice>
      </MenuChoices>
    </Menu>
  )
}
