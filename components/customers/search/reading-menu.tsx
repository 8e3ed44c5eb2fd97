'use client'

import { useEffect, useState } from 'react'
import { searchFieldOf } from '@/components/customers/search/search-field'
import type { CustomerUrl } from '@/components/customers/use-customer-url'
import { useIntl } from '@/components/ui/intl'
import { Kbd } from '@/components/ui/kbd'
import { preloadWhenIdle } from '@/components/ui/lazy-component'
import { Menu, MenuCaption, MenuChoice, MenuChoices } from '@/components/ui/menu'
import type { MenuProps } from '@/components/ui/menu-button'
import { visibleText } from '@/components/ui/text'
import type { CustomerFilters } from '@/lib/customers/filters/customer-query'
import { fill } from '@/lib/messages/messages'

type ReadingMenuProps = MenuProps & {
  url: CustomerUrl
  phoneCountry: string
  onPlain: () => void
}

const loadReadings = preloadWhenIdle(() =>
  Promise.all([
    import('@/lib/customers/search-text/recognise-email'),
    import('@/lib/customers/search-text/recognise-phone'),
  ]),
)

type Readings = Pick<CustomerFilters, 'email' | 'phone_number'>

/** What else the text may mean: each reading that is possible is one choice away, the others say why not. */
export function ReadingMenu({ url, phoneCountry, onPlain, ...menu }: ReadingMenuProps) {
  const { t } = useIntl()
  const { filters, setFilters, openRecord } = url
  const field = searchFieldOf(filters)
  const text = filters[field] ?? ''
  const [readings, setReadings] = useState<Readings>({ email: null, phone_number: null })

  useEffect(() => {
    let isCurrent = true
    void loadReadings().then(([{ recogniseEmail }, { recognisePhone }]) => {
      if (isCurrent) setReadings({ email: recogniseEmail(text), phone_number: recognisePhone(text, phoneCountry) })
    })
    return () => {
      isCurrent = false
    }
  }, [text, phoneCountry])

  const none = { search: null, email: null, phone_number: null }
  const choose = (reading: string) => {
    if (reading === 'search') onPlain()
    else if (reading === 'id') openRecord(text)
    else if (reading === 'email') setFilters({ ...none, email: readings.email })
    else setFilters({ ...none, phone_number: readings.phone_number })
  }
  return (
    <Menu {...menu}>
      <MenuCaption>{fill(t.search.readAs, { text: visibleText(text) })}</MenuCaption>
      <MenuChoices label={fill(t.search.readAs, { text: visibleText(text) })} value={field} onChange={choose}>
        <MenuChoice value="search" note={<Kbd>x</Kbd>}>
          {t.search.asPlain}
        </MenuChoice>
        <MenuChoice value="email" disabled={readings.email === null} note={readings.email === null && t.search.noEmail}>
          {t.search.asEmail}
        </MenuChoice>
        <MenuChoice
          value="phone_number"
          disabled={readings.phone_number === null}
          note={readings.phone_number === null && t.search.noPhone}
        >
          {t.search.asPhone}
        </MenuChoice>
        <MenuChoice value="id">{t.search.asId}</MenuChoice>
      </MenuChoices>
    </Menu>
  )
}
