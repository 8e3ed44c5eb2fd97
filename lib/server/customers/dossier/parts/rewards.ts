import 'server-only'
import { formatMoment } from '@/lib/customers/format/record-facts'
import type { Rule } from '@/lib/customers/rewards/rule'
import { ruleWords } from '@/lib/customers/rewards/rule-words'
import type { Block } from '@/lib/server/customers/dossier/block'
import { listGaps, toGap } from '@/lib/server/customers/dossier/gaps'
import type { DossierPart, DossierSource, DossierWords } from '@/lib/server/customers/dossier/part'
import { type Claim, fetchClaims, fetchRules } from '@/lib/server/customers/fetch/around/fetch-rewards'

const maxRows = 1_000

type Page<Row> = { rows: readonly Row[]; unreadable: number; next: { starting_after: string } | null }
type Listed<Row> = { rows: Row[]; unreadable: number; tooMany: number }

/** The rows of all pages, as far as there is time for them. */
async function* readPages<Row>(
  source: DossierSource,
  before: number,
  fetchPage: (query: { starting_after: string | null }) => Promise<Page<Row>>,
): AsyncGenerator<{ done: number }, Listed<Row>> {
  const rows: Row[] = []
  let unreadable = 0
  let starting_after: string | null = null
  do {
    const page: Page<Row> = await fetchPage({ starting_after })
    rows.push(...page.rows)
    unreadable += page.unreadable
    starting_after = page.next?.starting_after ?? null
    yield { done: before + rows.length }
  } while (starting_after !== null && rows.length < maxRows && !source.isLate())
  return { rows, unreadable, tooMany: starting_after === null ? 0 : rows.length }
}

function ruleBlocks(rules: readonly Rule[], { t, d, locale, zone }: DossierWords): Block[] {
  if (rules.length === 0) return []
  const columns = [
    { head: d.rewards.name },
    { head: d.rewards.gives, share: 1.6 },
    { head: d.rewards.left, share: 0.8 },
  ]
  const rows = rules.map((rule) => {
    const { title, sentence, progress } = ruleWords(rule, { t, locale, zone, now: new Date() })
    return [title, sentence, progress]
  })
  return [
    { kind: 'heading', text: d.rewards.usable },
    { kind: 'table', columns, rows },
  ]
}

/** What was used, by the names of the rules; by the id of one that cannot be used any more. */
function claimBlocks(claims: readonly Claim[], rules: readonly Rule[], words: DossierWords): Block[] {
  if (claims.length === 0) return []
  const { t, d, locale, zone } = words
  const names = new Map(rules.map((rule) => [rule.ref_id, ruleWords(rule, { t, locale, zone, now: new Date() }).title]))
  const columns = [{ head: d.rewards.at }, { head: d.rewards.name, share: 1.6 }, { head: d.rewards.reference }]
  const nameOf = ({ rule_id, ref_id }: Claim['uses'][number]) => names.get(ref_id ?? '') ?? rule_id ?? ref_id ?? ''
  const rows = claims.map((claim) => [
    formatMoment(claim.purchase_at, words),
    claim.uses.map(nameOf).join(', '),
    claim.ref,
  ])
  return [
    { kind: 'heading', text: d.rewards.used },
    { kind: 'table', columns, rows },
  ]
}

/** What the customer can use now, with its conditions and how much of it is left, and what the customer has used. */
export const rewardsPart: DossierPart = {
  id: 'rewards',
  section: 'rewards',
  async *read(source) {
    const { access, customerId, signal } = source
    const rules = yield* readPages(source, 0, async (query) => {
      const page = await fetchRules(access, customerId, query, signal)
      return { ...page, rows: page.rules }
    })
    const readClaims = () =>
      readPages(source, rules.rows.length, async (query) => {
        const page = await fetchClaims(access, customerId, query, signal)
        return { ...page, rows: page.claims }
      })
    let claims: Listed<Claim> | null = null
    try {
      claims = yield* readClaims()
    } catch (thrown) {
      // It logs a fault of ours, and throws again where nothing can be audited. The gap has a sentence of its own.
      toGap(thrown)
    }
    return {
      data: { rules: rules.rows, claims: claims?.rows ?? [] },
      gaps: [
        ...listGaps({
          unreadable: rules.unreadable + (claims?.unreadable ?? 0),
          tooMany: Math.max(rules.tooMany, claims?.tooMany ?? 0),
        }),
        ...(claims === null ? [{ kind: 'withoutClaims' as const }] : []),
      ],
      toBlocks: (words) => [...ruleBlocks(rules.rows, words), ...claimBlocks(claims?.rows ?? [], rules.rows, words)],
    }
  },
}
