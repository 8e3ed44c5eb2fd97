'use client'

import { accountHref } from '@/components/shell/accounts/account-href'
import { useIntl } from '@/components/ui/intl'
import { Menu, MenuCaption, MenuChoice, MenuChoices } from '@/components/ui/menu'
import type { MenuProps } from '@/components/ui/menu-button'
import { type AccountName, isTestAccount } from '@/lib/account'

type AccountMenuProps = MenuProps & { current: string; accounts: AccountName[] }

/** The accounts of this person. */
export function AccountMenu({ current, accounts, ...menu }: AccountMenuProps) {
  const { t } = useIntl()
  const open = (accountId: string) => {
    if (accountId !== current) window.location.assign(accountHref(current, accountId, window.location))
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
