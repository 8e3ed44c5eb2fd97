import { accounts, people } from '../../lib/sandbox/seed/seed'
import { deliverWebhook } from '../deliver-webhook'
import type { Screen } from './screen'

const { nora } = people
const reported = { customer_id: nora.customer_id, type: 'customer', email: nora.email }
const consentOn = (day: string, consent: boolean) => ({ email: { consent, updated_at: `${day}T08:00:00Z` } })

/** What has changed of a customer, and when. */
export const timelineScreens: readonly Screen[] = [
  {
    name: 'timeline',
    role: 'admin',
    path: `/${accounts.test}/customers/${nora.customer_id}?section=timeline`,
    prepare: async () => {
      await deliverWebhook({
        ...reported,
        updated_at: new Date().toISOString(),
        marketing_consent: consentOn('2024-03-03', true),
      })
      const later = { first_name: 'Nora', marketing_consent: consentOn('2024-05-04', false) }
      await deliverWebhook({ ...reported, updated_at: new Date().toISOString(), ...later })
    },
    find: (page, t) => page.getByText(t.timeline.knownSince.split('{')[0] ?? ''),
  },
]
