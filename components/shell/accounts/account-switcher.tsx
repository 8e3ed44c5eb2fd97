'use client'

import { ChevronsUpDown } from 'lucide'
import { Icon } from '@/components/ui/icon'
import { useIntl } from '@/components/ui/intl'
import { lazyComponent } from '@/components/ui/lazy-component'
import { CommandMenuButton } from '@/components/ui/menu-button'
import { type AccountName, isTestAccount } from '@/lib/account'

const AccountMenu = lazyComponent(
  () => import('@/components/shell/accounts/account-menu'),
  (all) => all.AccountMenu,
)

/** Shows the account, by shape and words, and opens the menu of the others. */
export function AccountSwitcher({ account, accounts }: { account: AccountName; accounts: AccountName[] }) {
  const { t } = useIntl()
  const isTest = isTestAccount(account.id)

  return (
    <CommandMenuButton
      command={{ id: 'switch-account', keys: ['s'], title: t.shortcuts.switchAccount }}
      className="hover-fade inline-flex h-11 min-w-0 items-center gap-1.5 whitespace-nowrap rounded-2 pr-1.5 pl-1 hover:bg-frame-press wide:h-7"
      renderMenu={(menu) => <AccountMenu {...menu} current={account.id} accounts={accounts} />}
    >
      <span className="size-5 flex-none rounded-tag bg-frame-mark text-center font-semibold text-12 text-frame-on-mark leading-5">
        {isTest ? 'T' : 'P'}
      </span>
      {/* At 400 % the name needs the whole line (WCAG 1.4.10): the kind of account stands below it. */}
      <span className="grid min-w-0 justify-items-start gap-x-1.5 phone:flex">
        <b title={account.name} className="min-w-0 max-w-full truncate font-medium">
          {account.name}
        </b>
        <span className="hidden text-text-2 mid:inline">{account.id}</span>
        <span className={`text-frame-text ${isTest ? 'font-medium' : ''} max-phone:text-12`}>
          {isTest ? t.shell.test : t.shell.production}
        </span>
      </span>
      <Icon of={ChevronsUpDown} className="text-text-3" />
    </CommandMenuButton>
  )
}
