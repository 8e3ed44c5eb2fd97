import { createSerializer, type inferParserType } from 'nuqs/server'
import { single } from '@/lib/customers/filters/parsers'

/** Longer than any id or cursor of Dintero's. */
const maxCursorLength = 1000

/** The parameters of the cards and of the rules of a customer, under Dintero's names. */
export const rewardsQuery = {
  starting_after: single((text) => (text !== '' && text.length <= maxCursorLength ? text : null)),
}

export type RewardsQuery = inferParserType<typeof rewardsQuery>
export const serializeRewardsQuery = createSerializer(rewardsQuery)
