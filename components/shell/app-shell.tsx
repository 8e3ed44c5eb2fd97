import type { ReactNode } from 'react'
import { AccountSwitcher } from '@/components/shell/accounts/account-switcher'
import { MainNav, type NavPage } from '@/components/shell/main-nav'
import { NewVersion } from '@/components/shell/new-version'
import { PaletteButton } from '@/components/shell/palette/palette-button'
import { UnsavedChoice } from '@/components/shell/preferences/unsaved-choice'
import { Settings } from '@/components/shell/settings/settings'
import { Shortcuts } from '@/components/shell/shortcuts'
import { UserMenu, type UserMenuProps } from '@/components/shell/user-menu'
import { hasPermission, type Role } from '@/lib/access'
import { type AccountName, isTestAccount } from '@/lib/account'
import { routes } from '@/lib/api/routes'
import type { Messages } from '@/lib/messages/messages'

type AppShellProps = Omit<UserMenuProps, 'pages' | 'sessionsHref'> & {
  t: Messages
  account: AccountName
  accounts: AccountName[]
  children: ReactNode
}

const rule = <span aria-hidden="true" className="hidden h-4 w-px flex-none bg-line-strong wide:block" />

/** The pages that the person may open, in the order of the navigation. */
function pagesOf(t: Messages, role: Role | null, accountId: string): NavPage[] {
  const customers = { id: 'customers', name: t.shell.customers, href: routes.customers(accountId), keys: 'g c' }
  const activity = { id: 'activity', name: t.shell.activity, href: routes.activity(accountId), keys: 'g a' }
  return [hasPermission(role, 'customers:read') && customers, hasPermission(role, 'activity:read') && activity].filter(
    (page) => page !== false,
  )
}

/** The frame around every page of an account. Test and production accounts look different. */
export function AppShell({ t, account, accounts, children, ...user }: AppShellProps) {
  const pages = pagesOf(t, user.role, account.id)
  return (
    <div
      data-account={isTestAccount(account.id) ? 'test' : 'production'}
      className="grid h-dvh grid-cols-1 grid-rows-shell short:block short:h-auto print:block print:h-auto"
    >
      <div className="account-frame" aria-hidden="true" />
      <header className="relative z-bar flex min-w-0 items-center gap-2 border-line border-b bg-frame-bg px-3 pt-0.75 short:h-(--h-top) in-data-[account=test]:border-warn-line print:hidden">
        <a
          href="#main"
          className="sr-only rounded-2 bg-float px-3 py-1 focus:not-sr-only focus:absolute focus:top-2 focus:left-3 focus:z-notice"
        >
          {t.shell.skip}
        </a>
        <span className="hidden whitespace-nowrap pr-2 font-semibold tracking-name wide:block">{t.app.name}</span>
        {rule}
        <AccountSwitcher account={account} accounts={accounts} />
        {rule}
        <MainNav pages={pages} />
        <span className="flex-auto" />
        <PaletteButton
          account={account}
          accounts={accounts}
          mayReadCustomers={hasPermission(user.role, 'customers:read')}
          signedOutAt={user.signedOutAt}
        />
        <Shortcuts />
        <Settings />
        <span className="hidden mid:contents">{rule}</span>
        <UserMenu {...user} sessionsHref={routes.sessions(account.id)} pages={pages} />
      </header>
      <div>
        <NewVersion t={t} />
        <UnsavedChoice />
      </div>
      <main id="main" tabIndex={-1} className="min-h-0 min-w-0 outline-none">
        {children}
      </main>
    </div>
  )
}
