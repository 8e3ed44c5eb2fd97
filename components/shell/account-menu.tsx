'use client'

import { useIntl } from '@/components/ui/intl'
import { Menu, MenuCaption, MenuChoice, MenuChoices } from '@/components/ui/menu'
import type { MenuProps } from '@/components/ui/menu-button'
import { type AccountName, isTestAccount } from '@/lib/account'
import { routes } from '@/lib/api/routes'
import { serializeActivityQuery } from '@/lib/audit/activity-query'
import { parseActivityQuery } from '@/lib/audit/parse-activity-query'
import { serializeCustomerFilters, withoutAccountFilters } from '@/lib/customers/filters/customer-query'
import { parseCustomerFilters } from '@/lib/customers/filters/parse-customer-query'

type AccountMenuProps = MenuProps & { current: string; accounts: AccountName[] }

/** The accounts of this person. Switching keeps the query except for cursor and tag, which belong to one account. */
export function AccountMenu({ current, accounts, ...menu }: AccountMenuProps) {
  const { t } = useIntl()
  const open = (accountId: string) => {
    if (accountId === current) return
    const params = new URLSearchParams(window.location.search)
    if (window.location.pathname === routes.activity(current)) {
      const { query } = parseActivityQuery(params)
      window.location.assign(routes.activity(accountId, serializeActivityQuery({ ...query, before: null })))
      return
    }
    const { query } = parseCustomerFilters(params)
    window.location.assign(routes.customers(accountId, serializeCustomerFilters(withoutAccountFilters(query))))
  }
  return (
    <Menu {...menu}>
      <MenuCaption>{t.shell.accounts}</MenuCaption>
      <MenuChoices label={t.shell.accounts} value={current} onChange={open}>
        {accounts.map(({ id, name }) => (
          <MenuChoice key={id} value={id} note={`${id} ${isTestAccount(id) ? t.shell.test : t.shell.production}`}>
            {name}
          </MenuChoice>
        ))}
      </MenuChoices>
    </Menu>
  )
}
