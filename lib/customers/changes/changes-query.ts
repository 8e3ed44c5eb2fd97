import { createSerializer, type inferParserType } from 'nuqs/server'
import { single } from '@/lib/customers/filters/parsers'

/** The parameters of a customer's changes: those that arrived before the change of this id. */
export const changesQuery = {
  before: single((text) => (/^[1-9]\d{0,14}$/.test(text) ? Number(text) : null)),
}

export type ChangesQuery = inferParserType<typeof changesQuery>
export const serializeChangesQuery = createSerializer(changesQuery)
