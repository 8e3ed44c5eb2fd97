import type { ReactNode } from 'react'
import { AppShell } from '@/components/shell/app-shell'
import { NoAccess } from '@/components/shell/no-access'
import { NoDatabase } from '@/components/shell/no-database'
import { may } from '@/lib/access'
import { messagesOf } from '@/lib/messages/catalogue'
import { accountNames } from '@/lib/server/account-names'
import { isUnrecorded } from '@/lib/server/api-failure'
import { env } from '@/lib/server/env'
import { requestPreferences } from '@/lib/server/preferences'
import { signedOutAt } from '@/lib/server/session'
import { requirePageAccess } from '@/lib/server/viewer'

type Props = { params: Promise<{ accountId: string }>; children: ReactNode }

/** Who asks, for which account, and the frame that tells test from production. */
export default async function AccountLayout({ params, children }: Props) {
  const access = await requirePageAccess((await params).accountId).catch((thrown: unknown) => {
    if (isUnrecorded(thrown)) return null
    throw thrown
  })
  if (!access) return <NoDatabase />
  const { viewer, account } = access
  const { email, name, role } = viewer
  if (role === null)
    return <NoAccess email={email} missing="role" contact={env().supportContact} signedOutAt={signedOutAt()} />
  const { locale, theme } = await requestPreferences()
  return (
    <AppShell
      t={messagesOf(locale)}
      account={{ id: account.id, name: account.name }}
      accounts={accountNames(viewer)}
      mayReadCustomers={may(role, 'customers:read')}
      name={name}
      email={email}
      role={role}
      theme={theme}
      signedOutAt={signedOutAt()}
    >
      {children}
    </AppShell>
  )
}
