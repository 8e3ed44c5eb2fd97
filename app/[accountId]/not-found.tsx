import { PageNotFound } from '@/components/shell/page-not-found'
import { routes } from '@/lib/api/routes'
import { messagesFor } from '@/lib/messages/catalogue'
import { pageUrl } from '@/lib/server/http/page-access'
import { requestPreferences } from '@/lib/server/http/preferences'

/** The screen for an unknown URL within an account that the person may open: it stands in the frame of the account. */
export default async function PageOfAccountNotFound() {
  const t = messagesFor((await requestPreferences()).locale)
  const [, accountId = ''] = (await pageUrl()).split('/')
  return <PageNotFound t={t} href={routes.account(accountId)} />
}
