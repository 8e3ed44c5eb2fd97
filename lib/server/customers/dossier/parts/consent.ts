import 'server-only'
import { channelName } from '@/lib/customers/format/channel-name'
import { formatMoment } from '@/lib/customers/format/record-facts'
import { consentChannels, reachableBy } from '@/lib/customers/model/consent-channels'
import type { CommunicationAnswer } from '@/lib/customers/model/record'
import { titledFacts } from '@/lib/server/customers/dossier/block'
import { toGap } from '@/lib/server/customers/dossier/gaps'
import type { DossierPart, DossierWords, PartContent } from '@/lib/server/customers/dossier/part'
import { fetchCommunication } from '@/lib/server/customers/fetch/fetch-record-sections'

type Communication = CommunicationAnswer['communication']

/** Whether a channel may be used; undefined where Dintero does not say so. */
function allowedWord(reachable: Communication['email'], { d }: DossierWords): string | undefined {
  if (reachable?.allowed === undefined) return undefined
  return reachable.allowed ? d.consent.yes : d.consent.no
}

/** What was answered about each channel and when, and whether the email and the phone are verified. */
export const consentPart: DossierPart = {
  id: 'consent',
  async read({ access, customerId, record: { customer }, signal }): Promise<PartContent> {
    const { term, marketing_consent } = customer
    const fetched = await fetchCommunication(access, customerId, signal).catch((thrown: unknown) => toGap(thrown))
    const communication = 'communication' in fetched ? fetched.communication : undefined
    return {
      data: { marketing_consent, term, communication },
      gaps: 'communication' in fetched ? [] : [fetched],
      toBlocks: (words) => {
        const { d, t } = words
        const columns = [d.consent.channel, d.consent.answer, d.consent.at, d.consent.verified, d.consent.allowed]
        const rows = consentChannels(customer).map(({ channel, answer, updated_at }) => {
          const reachable = reachableBy(channel, communication)
          return [
            channelName(channel, t),
            t.record.answers[answer],
            formatMoment(updated_at, words),
            formatMoment(reachable?.verified_at, words),
            allowedWord(reachable, words),
          ]
        })
        return [
          { kind: 'table', columns: columns.map((head) => ({ head })), rows },
          ...titledFacts(t.record.terms, [
            [d.consent.terms, formatMoment(term?.accepted_at, words)],
            [d.consent.termsId, term?.id],
          ]),
        ]
      },
    }
  },
}
