import 'server-only'
import type { ChangesAnswer, ConsentChange, CustomerChange } from '@/lib/customers/changes/change'
import { channelName } from '@/lib/customers/format/channel-name'
import { propertyLabel } from '@/lib/customers/format/property-label'
import { formatMoment } from '@/lib/customers/format/record-facts'
import { fill } from '@/lib/messages/messages'
import type { Block } from '@/lib/server/customers/dossier/block'
import { listGaps } from '@/lib/server/customers/dossier/gaps'
import type { DossierPart, DossierWords } from '@/lib/server/customers/dossier/part'
import { readChanges } from '@/lib/server/customers/read-changes'

const maxChanges = 1_000

function consentText({ channel, after }: ConsentChange, { t }: DossierWords): string {
  const answer = after === null ? 'never' : after ? 'yes' : 'no'
  return `${channelName(channel, t)}: ${t.record.answers[answer]}`
}

function eventText({ event }: CustomerChange, { t }: DossierWords): string {
  const { events, created, deleted, changedUnknown } = t.timeline
  if (event === 'customer_add') return created
  if (event === 'customer_delete') return deleted
  return event === 'customer_update' ? changedUnknown : events[event]
}

/** What a change says: the properties that changed, and of consent the new answer. */
function changeText(change: CustomerChange, words: DossierWords): string {
  const names = change.properties?.map((name) => propertyLabel(name, words.t)) ?? []
  const what = names.length > 0 ? fill(words.t.timeline.changed, { what: names.join(', ') }) : eventText(change, words)
  return [what, ...change.consent.map((one) => consentText(one, words))].join('\n')
}

/** Since when changes are known, so that no silence is taken for a fact. */
function knownSince({ is_on, since }: Pick<ChangesAnswer, 'is_on' | 'since'>, words: DossierWords): Block[] {
  const { gaps } = words.d
  if (since !== null) return [{ kind: 'text', text: fill(gaps.since, { date: formatMoment(since, words) ?? since }) }]
  return is_on ? [] : [{ kind: 'text', text: gaps.notReported }]
}

/** What this product itself keeps: what Dintero has reported of the customer, under each id that it had. */
export const changesPart: DossierPart = {
  id: 'changes',
  async *read(source) {
    const changes: CustomerChange[] = []
    let known: Pick<ChangesAnswer, 'is_on' | 'since'> = { is_on: false, since: null }
    let isCut = false
    for (const id of [source.customerId, ...source.formerIds]) {
      let before: number | null = null
      do {
        isCut ||= changes.length >= maxChanges || source.isLate()
        if (isCut) break
        const page = await readChanges(source.access, id, { before })
        known = { is_on: page.is_on, since: page.since }
        changes.push(...page.changes)
        before = page.next?.before ?? null
        yield { done: changes.length }
      } while (before !== null)
    }
    return {
      data: { ...known, changes },
      gaps: listGaps({ tooMany: isCut ? changes.length : 0 }),
      toBlocks: (words) => [
        ...knownSince(known, words),
        {
          kind: 'table',
          columns: [{ head: words.d.changes.at }, { head: words.d.changes.what, share: 2 }],
          rows: changes.map((change) => [formatMoment(change.at, words), changeText(change, words)]),
        },
      ],
    }
  },
}
