import { redirect } from 'next/navigation'
import type { ReactNode } from 'react'
import { AppShell } from '@/components/shell/app-shell'
import { AuditUnavailable } from '@/components/shell/audit-unavailable'
import { hasPermission, maskedFlag } from '@/lib/access'
import { routes } from '@/lib/api/routes'
import { messagesFor } from '@/lib/messages/catalogue'
import { accountNames } from '@/lib/server/auth/account-names'
import { afterSignOutUrl } from '@/lib/server/auth/after-sign-out'
import { isAuditUnavailable } from '@/lib/server/http/api-failure'
import { pageUrl, requirePageAccess } from '@/lib/server/http/page-access'
import { requestPreferences } from '@/lib/server/http/preferences'

type Props = { params: Promise<{ accountId: string }>; children: ReactNode }

/** The frame around the pages of an account: navigation, the signed-in person, test or production. */
export default async function AccountLayout({ params, children }: Props) {
  const access = await requirePageAccess((await params).accountId).catch((thrown: unknown) => {
    if (isAuditUnavailable(thrown)) return null
    throw thrown
  })
  const { locale, theme } = await requestPreferences()
  const t = messagesFor(locale)
  if (!access) return <AuditUnavailable t={t} href={await pageUrl()} />
  const { viewer, account } = access
  const { email, name, role } = viewer
  // The home page explains that this person may open nothing.
  if (role === null) redirect(routes.home())
  return (
    <>
      {!hasPermission(role, 'contact:read') && <meta name={maskedFlag} content="true" />}
      <AppShell
        t={t}
        account={{ id: account.id, name: account.name }}
        accounts={accountNames(viewer)}
        name={name}
        email={email}
        role={role}
        theme={theme}
        signedOutAt={afterSignOutUrl()}
      >
        {children}
      </AppShell>
    </>
  )
}
