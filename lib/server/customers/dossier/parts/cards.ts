import 'server-only'
import { type Fact, formatMoment } from '@/lib/customers/format/record-facts'
import { formatAmount } from '@/lib/customers/receipts/amount'
import type { Card, CardDetail, Movement } from '@/lib/customers/rewards/card'
import { cardState } from '@/lib/customers/rewards/card-state'
import { wordOf } from '@/lib/customers/rewards/word-of'
import type { Block } from '@/lib/server/customers/dossier/block'
import { listGaps, toGap } from '@/lib/server/customers/dossier/gaps'
import type { DossierPart, DossierSource, DossierWords } from '@/lib/server/customers/dossier/part'
import { fetchCard, fetchCards, fetchMovements } from '@/lib/server/customers/fetch/around/fetch-rewards'

/** Each takes three calls to Dintero. */
const maxCards = 100

type WholeCard = (Card | CardDetail) & { movements: readonly Movement[]; is_summary?: true }

/** A card with its balance and movements; without them where they could not be had. */
async function readWhole({ access, customerId, signal }: DossierSource, card: Card): Promise<WholeCard> {
  try {
    const [{ card: detail }, { movements }] = await Promise.all([
      fetchCard(access, customerId, card.card_id, signal),
      fetchMovements(access, customerId, card.card_id, signal),
    ])
    return { ...detail, movements }
  } catch (thrown) {
    toGap(thrown)
    return { ...card, movements: [], is_summary: true }
  }
}

function cardBlocks(card: WholeCard, words: DossierWords): Block[] {
  const { t, d, locale, zone } = words
  const money = (amount: Movement['amount'], currency: string | undefined) => formatAmount(amount, currency, t, locale)
  const detail = 'codes' in card ? card : null
  const isReserved = detail !== null && detail.amount_available !== detail.amount_balance
  const facts: Fact[] = [
    [t.rewards.status, cardState(card, { t, locale, zone, now: new Date() }).text],
    [t.rewards.balance, detail ? money(detail.amount_balance, detail.currency) : undefined],
    [d.cards.available, isReserved ? money(detail.amount_available, detail.currency) : undefined],
    [t.rewards.code, detail?.codes.join(', ')],
    [t.record.created, formatMoment(card.created_at, words)],
    [d.cards.begins, formatMoment(card.active_from, words)],
    [d.tokens.expires, formatMoment(card.expires_at, words)],
  ]
  const columns = [
    { head: d.changes.at, share: 1.5 },
    { head: t.rewards.movement },
    { head: t.rewards.reference },
    { head: t.rewards.amount, share: 1.15, isNumber: true },
  ]
  const rows = card.movements.map(({ created_at, type, ref_id, amount, currency }) => [
    formatMoment(created_at, words),
    wordOf(t.rewards.movementTypes, type),
    ref_id,
    money(amount, currency),
  ])
  const kind = card.type ? wordOf(t.rewards.cardTypes, card.type) : t.rewards.card
  return [
    { kind: 'heading', text: card.name?.trim() || kind },
    { kind: 'facts', facts: facts.filter(([, value]) => value?.trim()) },
    ...(rows.length > 0 ? [{ kind: 'table' as const, columns, rows }] : []),
  ]
}

/** Gift cards and credit notes, with their balance and what was paid with them. */
export const cardsPart: DossierPart = {
  id: 'cards',
  section: 'rewards',
  async *read(source) {
    const cards: WholeCard[] = []
    let unreadable = 0
    let cursor: string | null = null
    do {
      const page = await fetchCards(source.access, source.customerId, { starting_after: cursor }, source.signal)
      unreadable += page.unreadable
      cursor = page.next?.starting_after ?? null
      for (const card of page.cards) {
        cards.push(await readWhole(source, card))
        yield { done: cards.length }
      }
    } while (cursor !== null && cards.length < maxCards && !source.isLate())
    const withoutBalance = cards.filter(({ is_summary }) => is_summary).length
    return {
      data: { cards },
      gaps: listGaps({ unreadable, withoutBalance, tooMany: cursor === null ? 0 : cards.length }),
      toBlocks: (words) => cards.flatMap((card) => cardBlocks(card, words)),
    }
  },
}
