/** Cards of named people of T12345678, beside those that are generated. */
import { stableUuid } from '../generate/random'
import type { CardDetail, CardFile, CardTransaction } from './card'

const script = '<script>alert("gavekort")</script>'
const createdBy = '1c92f7e1-2897-4d46-bdcc-c127a914fb4e'

function movement(card: string, at: number, type: string, amount: number, created_at: string): CardTransaction {
  return {
    id: stableUuid(`T12345678 movement ${card} ${at}`),
    ref_id: `${card}-${at}`,
    type,
    amount,
    currency: 'NOK',
    created_at,
    created_by: createdBy,
  }
}

function card(card_id: string, customer_id: string, more: Partial<CardDetail>): CardDetail {
  return {
    id: stableUuid(`T12345678 card ${card_id}`),
    ...{ card_id, customer_id, name: 'Gavekort', type: 'gift_card', status: 'active', currency: 'NOK' },
    created_at: '2025-12-20T10:00:00.000Z',
    created_by: createdBy,
    expires_at: '2028-12-20T22:59:59.000Z',
    tokens: [{ masked_code: `DINCARD:********-****-****-91**-*******${card_id.slice(-3).toLowerCase()}` }],
    ...more,
  }
}

export const namedCards = {
  /** Nora's: 500 kroner, of which 149 were spent and 100 are reserved. */
  nora: {
    card: card('GK-NORA-1', 'K-214907', { amount_balance: 35_100, amount_available: 25_100 }),
    transactions: [
      movement('GK-NORA-1', 3, 'pending_capture', 10_000, '2026-11-20T14:50:00.000Z'),
      movement('GK-NORA-1', 2, 'drawdown', 14_900, '2026-03-14T15:20:00.000Z'),
      movement('GK-NORA-1', 1, 'fund', 50_000, '2025-12-20T10:00:00.000Z'),
    ],
  },
  /** Nora's credit note, which has ended with money on it. */
  expired: {
    card: card('TG-NORA-2', 'K-214907', {
      ...{ name: 'Tilgodelapp', type: 'credit_note', status: 'unused', amount_balance: 29_900, amount_available: 0 },
      created_at: '2024-05-02T09:00:00.000Z',
      expires_at: '2026-05-02T21:59:59.000Z',
    }),
    transactions: [movement('TG-NORA-2', 1, 'fund', 29_900, '2024-05-02T09:00:00.000Z')],
  },
  /** Kari's is not active before Christmas. */
  later: {
    card: card('GK-KARI-1', 'K-212118', {
      ...{ status: 'inactive', amount_balance: 100_000, amount_available: 100_000 },
      active_from: '2026-12-24T08:00:00.000Z',
    }),
    transactions: [movement('GK-KARI-1', 1, 'fund', 100_000, '2026-11-01T09:00:00.000Z')],
  },
  html: {
    card: card('GK-HTML', 'S-00005', {
      ...{ name: script, type: script, status: script, currency: script, amount_balance: 1, amount_available: -1 },
      tokens: [{ masked_code: script }],
      metadata: { [script]: script },
    }),
    transactions: [
      { ...movement('GK-HTML', 1, script, 1_000_000_000_000, '2031-01-01T00:00:00.000Z'), ref_id: script },
    ],
  },
  bare: {
    card: {
      id: stableUuid('T12345678 card bare'),
      ...{ card_id: 'GK/BARE #1', customer_id: 'S-00005', created_at: '2020-01-01T00:00:00.000Z' },
    },
    transactions: [],
  },
} satisfies { [name: string]: CardFile }
