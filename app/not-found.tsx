import { PageNotFound } from '@/components/shell/page-not-found'
import { routes } from '@/lib/api/routes'
import { messagesFor } from '@/lib/messages/catalogue'
import { requestPreferences } from '@/lib/server/http/preferences'
import { screenTitle } from '@/lib/server/http/title'

export const generateMetadata = screenTitle((t) => t.errors.pageNotFound)

/** The screen for an unknown URL and for an account that the person may not open. */
export default async function NotFound() {
  const t = messagesFor((await requestPreferences()).locale)
  return (
    <main>
      <PageNotFound t={t} href={routes.home()} />
    </main>
  )
}
