/** The rules of the accounts: one of every type of reward, a stamp card, and one with ten conditions. */
import { stableUuid } from '../generate/random'
import type { Rule } from './rule'

const script = '<script>alert("fordel")</script>'
const from = '2026-11-01T00:00:00.000Z'
const until = '2026-12-31T22:59:59.000Z'
const everywhere = ['*']

const rule = (name: string, more: Omit<Rule, 'id'>): Rule => ({
  id: stableUuid(`rule ${name}`),
  ...{ campaign_id: 'medlem-2026', name, type: 'item', active: true, private: true },
  ...more,
  requirement: { purchase_from: from, purchase_to: until, store_ids: everywhere, ...more.requirement },
})

export const rules = {
  percent: rule('20 % på sko', {
    requirement: { item: { items: [{ group_id: 'sko' }] } },
    reward: { type: 'discount_percent', value: 20, effect: 'discount', base: 'gross' },
    limitation: { discount_repeat_usage: 3 },
  }),
  amount: rule('100 kr over 500 kr', {
    type: 'receipt',
    requirement: { gross_amount: 50_000, currencies: ['NOK'] },
    reward: { type: 'discount_amount', value: 10_000 },
    limitation: { discount_repeat_usage: 1, discount_combination: 0 },
  }),
  newPrice: rule('Ullsokker til medlemspris', {
    requirement: { item: { items: [{ id: 'a-ullsokk-2pk' }] } },
    reward: { type: 'discount_item_new_price', value: 14_900 },
  }),
  quantity: rule('Ta 3, betal for 2 på energibar', {
    requirement: { item: { quantity: 3, items: [{ id: 'a-energibar' }] } },
    reward: { type: 'discount_item_quantity', value: 1 },
    limitation: { discount_reward_usage: 2 },
  }),
  /** A stamp card: the tenth ski service is free. */
  stamps: rule('Klippekort skiservice', {
    requirement: { stamp: 10, item: { items: [{ group_id: 'verksted' }] } },
    reward: { type: 'discount_item_percent', value: 100 },
    limitation: { stamp_expire_days: 365 },
  }),
  mix: rule('Ski, sko og staver', {
    requirement: {
      item: {
        mixes: [
          { items: [{ id: 'a-ski-sm-ring' }], quantity: 1 },
          { items: [{ id: 'a-skisko-skate' }], quantity: 1 },
          { items: [{ id: 'a-stav-karbon' }], quantity: 1 },
        ],
      },
    },
    reward: { type: 'discount_mix_new_price', value: 599_900 },
  }),
  /** Money that is spent bit by bit. */
  debit: rule('Klubbstøtte', {
    type: 'receipt',
    reward: { type: 'discount_debit', value: 50_000 },
  }),
  bonus: rule('Bonus på sykkelservice', {
    requirement: { item: { items: [{ group_id: 'verksted' }, { group_id: 'sykkel' }] } },
    reward: { type: 'discount_percent', value: 12.5, effect: 'bonus' },
  }),
  tenConditions: rule('Onsdagskveld i butikken', {
    description: 'For deg som handler med klubben.',
    requirement: {
      store_ids: ['butikk-101', 'butikk-102'],
      gross_amount: 100_000,
      discount_code: 'ONSDAG',
      item: { quantity: 2, items: [{ group_id: 'klær' }, { group_id: 'sko' }] },
      customer: { status: ['active'], favorite_store: ['Oslo City'] },
      weather: 'snow',
    },
    reward: { type: 'discount_percent', value: 15 },
    limitation: {
      discount_hours: { timezone: 'Europe/Oslo', hours: [{ day: 'wed', start: '17:00', end: '20:00' }] },
      discount_reward_usage: 1,
      discount_combination: 0,
      discount_repeat_usage: 5,
      blacklist: [{ group_id: 'mat' }],
    },
  }),
} as const satisfies { [name: string]: Rule }

/** A rule with HTML in every text, of a type of reward that nobody knows. */
export const strangeRule: Rule = {
  id: stableUuid('rule html'),
  ...{ name: script, description: script, receipt_text: script, type: script, active: true },
  requirement: {
    ...{ store_ids: [script], discount_code: script, purchase_to: script },
    item: { items: [{ group_id: script }] },
    [script]: script,
  },
  reward: { type: script, value: -1 },
  limitation: { discount_hours: { hours: [{ day: script, start: script, end: script }] } },
  links: [{ href: 'javascript:alert(1)', rel: script }],
}
