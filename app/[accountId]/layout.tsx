import type { ReactNode } from 'react'
import { AppShell } from '@/components/shell/app-shell'
import { messagesOf } from '@/lib/messages/catalogue'
import { accountNames } from '@/lib/server/account-names'
import { requestPreferences } from '@/lib/server/preferences'
import { requirePageAccess } from '@/lib/server/viewer'

type Props = { params: Promise<{ accountId: string }>; children: ReactNode }

/** Who asks, for which account, and the frame that tells test from production. */
export default async function AccountLayout({ params, children }: Props) {
  const { viewer, account } = await requirePageAccess((await params).accountId)
  const { locale, theme } = await requestPreferences()
  return (
    <AppShell
      t={messagesOf(locale)}
      account={{ id: account.id, name: account.name }}
      accounts={accountNames(viewer)}
      name={viewer.name}
      email={viewer.email}
      role={viewer.role}
      theme={theme}
    >
      {children}
    </AppShell>
  )
}
