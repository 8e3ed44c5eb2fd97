import 'server-only'
import type { Rule } from '@/lib/customers/rewards/rule'
import { ruleWords } from '@/lib/customers/rewards/rule-words'
import { listGaps } from '@/lib/server/customers/dossier/gaps'
import type { DossierPart } from '@/lib/server/customers/dossier/part'
import { fetchRules } from '@/lib/server/customers/fetch/around/fetch-rewards'

const maxRules = 1_000

/** What the customer can use now, with its conditions and how much of it is left. */
export const rewardsPart: DossierPart = {
  id: 'rewards',
  section: 'rewards',
  async *read(source) {
    const rules: Rule[] = []
    let unreadable = 0
    let cursor: string | null = null
    do {
      const page = await fetchRules(source.access, source.customerId, { starting_after: cursor }, source.signal)
      rules.push(...page.rules)
      unreadable += page.unreadable
      cursor = page.next?.starting_after ?? null
      yield { done: rules.length }
    } while (cursor !== null && rules.length < maxRules && !source.isLate())
    return {
      data: { rules },
      gaps: listGaps({ unreadable, tooMany: cursor === null ? 0 : rules.length }),
      toBlocks: ({ t, d, locale, zone }) => [
        {
          kind: 'table',
          columns: [
            { head: d.rewards.name },
            { head: d.rewards.gives, share: 1.6 },
            { head: d.rewards.left, share: 0.8 },
          ],
          rows: rules.map((rule) => {
            const { title, sentence, progress } = ruleWords(rule, { t, locale, zone, now: new Date() })
            return [title, sentence, progress]
          }),
        },
      ],
    }
  },
}
