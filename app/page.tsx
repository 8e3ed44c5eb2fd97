import { redirect } from 'next/navigation'
import { NoAccess } from '@/components/shell/no-access'
import { NoDatabase } from '@/components/shell/no-database'
import { landingOf } from '@/lib/landing'
import { messagesOf } from '@/lib/messages/catalogue'
import { routes } from '@/lib/routes'
import { accountsOf } from '@/lib/server/account-access'
import { isUnrecorded } from '@/lib/server/api-failure'
import { env } from '@/lib/server/env'
import { requestPreferences } from '@/lib/server/preferences'
import { signedOutAt } from '@/lib/server/session'
import { requirePageViewer } from '@/lib/server/viewer'

/** Leads to where the person begins in their first account, or says that there is none. */
export default async function HomePage() {
  const viewer = await requirePageViewer().catch((thrown: unknown) => {
    if (isUnrecorded(thrown)) return null
    throw thrown
  })
  const t = messagesOf((await requestPreferences()).locale)
  if (!viewer) return <NoDatabase t={t} address={routes.home()} />
  const [first] = accountsOf(viewer)
  if (viewer.role !== null && first) redirect(landingOf(viewer.role, first.id))
  return (
    <NoAccess
      t={t}
      email={viewer.email}
      missing={viewer.role === null ? 'role' : 'account'}
      contact={env().supportContact}
      signedOutAt={signedOutAt()}
    />
  )
}
