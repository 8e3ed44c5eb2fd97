import type { ReactNode } from 'react'
import { AppShell } from '@/components/shell/app-shell'
import { AuditUnavailable } from '@/components/shell/audit-unavailable'
import { hasPermission, maskedFlag } from '@/lib/access'
import { changesFlag } from '@/lib/customers/changes/change-key'
import { hiddenSectionsFlag } from '@/lib/customers/model/record-section'
import { phoneCountriesFlag } from '@/lib/customers/search-text/clean/phone-countries'
import { messagesFor } from '@/lib/messages/catalogue'
import { accountNames } from '@/lib/server/auth/account-names'
import { afterSignOutUrl } from '@/lib/server/auth/after-sign-out'
import { env } from '@/lib/server/env'
import { isAuditUnavailable } from '@/lib/server/http/api-failure'
import { pageUrl, requirePageAccess } from '@/lib/server/http/page-access'
import { requestPreferences } from '@/lib/server/http/preferences'
import { accountTitle } from '@/lib/server/http/title'

type Props = { params: Promise<{ accountId: string }>; children: ReactNode }

export const generateMetadata = async ({ params }: Props) => accountTitle((await params).accountId)

/** The frame around the pages of an account: navigation, the signed-in person, test or production. */
export default async function AccountLayout({ params, children }: Props) {
  const access = await requirePageAccess((await params).accountId).catch((thrown: unknown) => {
    if (isAuditUnavailable(thrown)) return null
    throw thrown
  })
  const { locale } = await requestPreferences()
  const t = messagesFor(locale)
  if (!access) return <AuditUnavailable t={t} href={await pageUrl()} />
  const { viewer, account } = access
  const { email, name, role } = viewer
  const { phoneCountries, hiddenSections } = env()
  return (
    <>
      {!hasPermission(role, 'contact:read') && <meta name={maskedFlag} content="true" />}
      {env().webhooks.secrets.has(account.id) && <meta name={changesFlag} content={account.id} />}
      <meta name={phoneCountriesFlag} content={phoneCountries.join(',')} />
      {hiddenSections.length > 0 && <meta name={hiddenSectionsFlag} content={hiddenSections.join(',')} />}
      <AppShell
        t={t}
        account={{ id: account.id, name: account.name }}
        accounts={accountNames(viewer)}
        name={name}
        email={email}
        role={role}
        signedOutAt={afterSignOutUrl()}
      >
        {children}
      </AppShell>
    </>
  )
}
