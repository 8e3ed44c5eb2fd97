import { redirect } from 'next/navigation'
import { renderFailure } from '@/app/[accountId]/render-failure'
import { FindProblems } from '@/components/find/find-problems'
import { HandOver } from '@/components/find/hand-over'
import { parseFindLink } from '@/lib/customers/links/find-link'
import { recogniseEmail } from '@/lib/customers/search-text/recognise-email'
import { recognisePhone } from '@/lib/customers/search-text/recognise-phone'
import { messagesFor } from '@/lib/messages/catalogue'
import { env } from '@/lib/server/env'
import { page } from '@/lib/server/http/page'
import { requestPreferences } from '@/lib/server/http/preferences'
import { screenTitle } from '@/lib/server/http/title'

export const generateMetadata = screenTitle((t) => t.find.page)

/**
 * What a telephone, a helpdesk or a bookmark opens: `?phone=`, `?email=`, `?customer_id=`, `?receipt=` or `?card=`. It reads no
 * customer itself: it leads to the list or the record, whose read is the audited one, in this tab or in one that is open.
 */
export default page({
  permission: 'customers:read',
  renderFailure,
  render: async ({ access, searchParams }) => {
    const { id } = access.account
    const link = parseFindLink(id, searchParams, {
      recogniseEmail,
      recognisePhone: (text) => recognisePhone(text, env().phoneCountries),
      hiddenSections: env().hiddenSections,
    })
    const preferences = await requestPreferences()
    const [target, ...others] = link.targets
    if (!target || others.length > 0 || link.problems.length > 0)
      return <FindProblems t={messagesFor(preferences.locale)} accountId={id} link={link} />
    if (preferences.callTab === 'new') redirect(target.href)
    return <HandOver href={target.href} />
  },
})
