import 'server-only'
import { fill } from '@/lib/messages/messages'
import { type Dossier, leadTexts } from '@/lib/server/customers/dossier/dossier'
import { gapText } from '@/lib/server/customers/dossier/gaps'

/** The version of the form of the JSON file, for whoever reads it by a program. */
const version = 1

/** A dossier as JSON. Every part is there; one that is missing has no data, and says why. */
export function toJson(dossier: Dossier): string {
  const { words, parts, madeAt, accountId, customerId, name } = dossier
  const { d } = words
  const file = {
    title: fill(d.title, { name }),
    version,
    language: words.locale,
    made_at: madeAt,
    account: { id: accountId, name: words.account },
    customer_id: customerId,
    notes: leadTexts(dossier),
    parts: parts.map(({ id, state, gaps, data }) => ({
      part: id,
      title: d.parts[id],
      state,
      gaps: gaps.map((gap) => ({ ...gap, text: gapText(gap, words) })),
      data,
    })),
  }
  return `${JSON.stringify(file, null, 2)}\n`
}
