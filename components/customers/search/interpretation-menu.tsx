'use client'

import { searchFieldOf } from '@/components/customers/search-field'
import type { CustomerUrl } from '@/components/customers/use-customer-url'
import { useIntl } from '@/components/ui/intl'
import { Kbd } from '@/components/ui/kbd'
import { Menu, MenuCaption, MenuChoice, MenuChoices } from '@/components/ui/menu'
import type { MenuProps } from '@/components/ui/menu-button'
import { visibleText } from '@/components/ui/text'
import { recogniseEmail } from '@/lib/customers/search-text/recognise-email'
import { recognisePhone } from '@/lib/customers/search-text/recognise-phone'
import { fill } from '@/lib/messages/messages'

type InterpretationMenuProps = MenuProps & { url: CustomerUrl; phoneCountry: string; onPlain: () => void }

/** The interpretations of the text in the box. Those that are not possible are disabled, with the reason. */
export function InterpretationMenu({ url, phoneCountry, onPlain, ...menu }: InterpretationMenuProps) {
  const { t } = useIntl()
  const { filters, setFilters, openRecord } = url
  const field = searchFieldOf(filters)
  const text = filters[field] ?? ''
  const email = recogniseEmail(text)
  const phone_number = recognisePhone(text, phoneCountry)

  const choose = (interpretation: string) => {
    if (interpretation === 'search') onPlain()
    else if (interpretation === 'id') openRecord(text)
    else if (interpretation === 'email') setFilters({ search: null, email, phone_number: null })
    else setFilters({ search: null, email: null, phone_number })
  }
  return (
    <Menu {...menu}>
      <MenuCaption>{fill(t.search.readAs, { text: visibleText(text) })}</MenuCaption>
      <MenuChoices label={fill(t.search.readAs, { text: visibleText(text) })} value={field} onChange={choose}>
        <MenuChoice value="search" note={<Kbd>x</Kbd>}>
          {t.search.asPlain}
        </MenuChoice>
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
