import type { Card } from '@/lib/customers/rewards/card'
import type { RuleContext } from '@/lib/customers/rewards/rule-words'
import { wordOf } from '@/lib/customers/rewards/word-of'
import { fill } from '@/lib/messages/messages'
import { formatDate, parseInstant } from '@/lib/time'

/** The state of a card in words, and whether it is one in which the card can be used; a card of which nothing is known has no words. */
export type CardState = { text: string; isUsable: boolean }

/** The state of a card. That it has ended, or has not begun, says more than what Dintero calls it. */
export function cardState(card: Card, { t, locale, zone, now }: RuleContext): CardState {
  const { status = '', active_from, expires_at } = card
  const { statuses } = t.rewards
  const [begins, ends] = [parseInstant(active_from), parseInstant(expires_at)]
  if (ends && ends < now) return { text: statuses.expired, isUsable: false }
  if (active_from && begins && begins > now)
    return { text: fill(t.rewards.begins, { date: formatDate(active_from, locale, zone) }), isUsable: true }
  const text = wordOf(statuses, status)
  return { text, isUsable: text !== statuses.blocked && text !== statuses.expired }
}
