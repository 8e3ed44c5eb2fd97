import 'server-only'
import { maxLimit } from '@/lib/customers/filters/customer-query'
import { formatMoment } from '@/lib/customers/format/record-facts'
import { formatExpiry, paymentCard, readableValue, toTokenTypeName } from '@/lib/customers/format/token'
import { maskText } from '@/lib/customers/model/masked'
import type { Token } from '@/lib/customers/model/record'
import { listGaps } from '@/lib/server/customers/dossier/gaps'
import type { DossierPart } from '@/lib/server/customers/dossier/part'
import { withoutOthers } from '@/lib/server/customers/dossier/without-others'
import { fetchCustomerTokens } from '@/lib/server/customers/fetch/fetch-record-sections'

const maxTokens = 1_000

function expiryOf(token: Token): string | undefined {
  const expiry = paymentCard(token)?.expiry ?? null
  return expiry === null || expiry === maskText ? undefined : formatExpiry(expiry)
}

/** Cards and other identifiers, those that were removed too. */
export const tokensPart: DossierPart = {
  id: 'tokens',
  async *read(source) {
    const tokens: Token[] = []
    let unreadable = 0
    let cursor: string | null = null
    do {
      const query = { type: null, limit: maxLimit, starting_after: cursor, include_deleted: true }
      const page = await fetchCustomerTokens(source.access, source.customerId, query, source.signal)
      tokens.push(...withoutOthers(page.tokens))
      unreadable += page.unreadable
      cursor = page.next?.starting_after ?? null
      yield { done: tokens.length }
    } while (cursor !== null && tokens.length < maxTokens && !source.isLate())
    return {
      data: { tokens },
      gaps: listGaps({ unreadable, tooMany: cursor === null ? 0 : tokens.length }),
      toBlocks: (words) => {
        const { d, t } = words
        const { type, value, expires, created, deleted } = d.tokens
        return [
          {
            kind: 'table',
            columns: [
              { head: type },
              { head: value, share: 1.5 },
              { head: expires, share: 0.6 },
              { head: created },
              { head: deleted },
            ],
            rows: tokens.map((token) => [
              toTokenTypeName(token.type ?? t.record.token, t),
              readableValue(token),
              expiryOf(token),
              formatMoment(token.created_at, words),
              formatMoment(token.deleted_at, words),
            ]),
          },
        ]
      },
    }
  },
}
