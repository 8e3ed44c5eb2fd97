import { redirect } from 'next/navigation'
import type { ReactNode } from 'react'
import { AppShell } from '@/components/shell/app-shell'
import { NoDatabase } from '@/components/shell/no-database'
import { routes } from '@/lib/api/routes'
import { messagesFor } from '@/lib/messages/catalogue'
import { accountNames } from '@/lib/server/auth/account-names'
import { signedOutAt } from '@/lib/server/auth/session'
import { ownAddress, requirePageAccess } from '@/lib/server/auth/viewer'
import { isUnrecorded } from '@/lib/server/http/api-failure'
import { requestPreferences } from '@/lib/server/http/preferences'

type Props = { params: Promise<{ accountId: string }>; children: ReactNode }

/** Who asks, for which account, and the frame that tells test from production. */
export default async function AccountLayout({ params, children }: Props) {
  const access = await requirePageAccess((await params).accountId).catch((thrown: unknown) => {
    if (isUnrecorded(thrown)) return null
    throw thrown
  })
  const { locale, theme } = await requestPreferences()
  const t = messagesFor(locale)
  if (!access) return <NoDatabase t={t} address={await ownAddress()} />
  const { viewer, account } = access
  const { email, name, role } = viewer
  // Who may open nothing is told so there.
  if (role === null) redirect(routes.home())
  return (
    <AppShell
      t={t}
      account={{ id: account.id, name: account.name }}
      accounts={accountNames(viewer)}
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
