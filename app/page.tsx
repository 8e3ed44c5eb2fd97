import { redirect } from 'next/navigation'
import { AuditUnavailable } from '@/components/shell/audit-unavailable'
import { NoAccess } from '@/components/shell/no-access'
import { routes } from '@/lib/api/routes'
import { landingHref } from '@/lib/landing'
import { messagesFor } from '@/lib/messages/catalogue'
import { accountsOf } from '@/lib/server/auth/account-access'
import { afterSignOutUrl } from '@/lib/server/auth/after-sign-out'
import { readViewer } from '@/lib/server/auth/viewer'
import { env } from '@/lib/server/env'
import { isAuditUnavailable } from '@/lib/server/http/api-failure'
import { requirePageViewer } from '@/lib/server/http/page-access'
import { requestPreferences } from '@/lib/server/http/preferences'
import { screenTitle } from '@/lib/server/http/title'

export async function generateMetadata() {
  const viewer = await readViewer().catch(() => null)
  return screenTitle((t) => t.noAccess[viewer?.role === null ? 'role' : 'account'].title)()
}

/** Redirects to the first account of the person, or explains that they may open none. */
export default async function HomePage() {
  const viewer = await requirePageViewer().catch((thrown: unknown) => {
    if (isAuditUnavailable(thrown)) return null
    throw thrown
  })
  const t = messagesFor((await requestPreferences()).locale)
  if (!viewer) return <AuditUnavailable t={t} href={routes.home()} />
  const [first] = accountsOf(viewer)
  if (viewer.role !== null && first) redirect(landingHref(viewer.role, first.id))
  return (
    <NoAccess
      t={t}
      email={viewer.email}
      missing={viewer.role === null ? 'role' : 'account'}
      contact={env().supportContact}
      signedOutAt={afterSignOutUrl()}
    />
  )
}
