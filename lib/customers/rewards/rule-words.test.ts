import { describe, expect, it } from 'vitest'
import { maskText } from '@/lib/customers/model/masked'
import { maskRule } from '@/lib/customers/rewards/reward-mask'
import type { Rule } from '@/lib/customers/rewards/rule'
import { ruleWords } from '@/lib/customers/rewards/rule-words'
import { en } from '@/lib/messages/en'
import { nb } from '@/lib/messages/nb'
import { rules, strangeRule } from '@/lib/sandbox/discounts/seed-rules'
import { toRule } from '@/lib/server/customers/fetch/around/to-rule'
import { wireRule } from '@/lib/server/upstream/reward-schemas'

const now = new Date('2026-11-23T12:00:00Z')
const english = { t: en, locale: 'en', zone: 'Europe/Oslo', now }
const norwegian = { ...english, t: nb, locale: 'nb' }
const ruleOf = (wire: object): Rule => toRule(wireRule.parse({ ref_id: 'r-1', ...wire }))
const say = (wire: object, context = english) => {
  const { sentence, progress } = ruleWords(ruleOf(wire), context)
  return [sentence.replace(/\u00a0/g, ' '), progress?.replace(/\u00a0/g, ' ')]
}

describe('a rule in words', () => {
  it.each([
    [
      rules.percent,
      { used: 1 },
      '20% off on sko, until 31 Dec 2026',
      '2 of 3 uses left',
      '20 % rabatt på sko, til 31. des. 2026',
    ],
    [
      rules.amount,
      {},
      'NOK 100.00 off, from NOK 500.00, not with other discounts, until 31 Dec 2026',
      '1 of 1 use left',
      '100,00 kr i rabatt, fra 500,00 kr, ikke sammen med andre rabatter, til 31. des. 2026',
    ],
    [
      rules.newPrice,
      {},
      'For 149.00 on a-ullsokk-2pk, currency not given, until 31 Dec 2026',
      undefined,
      'For 149,00 på a-ullsokk-2pk, valuta ikke oppgitt, til 31. des. 2026',
    ],
    [
      rules.quantity,
      {},
      '1 free on a-energibar, from 3 items, 2 times per purchase, until 31 Dec 2026',
      undefined,
      undefined,
    ],
    [
      rules.stamps,
      { current_stamp: 7 },
      'The cheapest for free on verksted, stamps last 365 days, until 31 Dec 2026',
      '7 of 10 stamps',
      'Den billigste gratis på verksted, stempler varer i 365 dager, til 31. des. 2026',
    ],
    [
      rules.mix,
      {},
      'Together for 5,999.00, with 1 of a-ski-sm-ring, 1 of a-skisko-skate and 1 of a-stav-karbon, currency not given, until 31 Dec 2026',
      undefined,
      undefined,
    ],
    [
      rules.debit,
      { debit_balance: 12_500 },
      '500.00 to spend, currency not given, until 31 Dec 2026',
      '125.00 left',
      undefined,
    ],
    [rules.bonus, {}, '12.5% off as bonus on verksted and sykkel, until 31 Dec 2026', undefined, undefined],
  ])('$name', (rule, statistics, sentence, progress, inNorwegian) => {
    expect(say({ ...rule, statistics })).toEqual([sentence, progress])
    if (inNorwegian) expect(say({ ...rule, statistics }, norwegian)[0]).toBe(inNorwegian)
  })

  it('names each of ten conditions, and one that nobody knows', () => {
    expect(say({ ...rules.tenConditions, statistics: { usage: 5, used: true } })).toEqual([
      '15% off on klær and sko, from 2 items, from 1,000.00, currency not given, at butikk-101 and butikk-102, with the code ONSDAG, for customers with the right status and favourite store, once per purchase, not with other discounts, not on 1 item, more conditions: weather, until 31 Dec 2026, Wed 17:00–20:00 (Central European Time)',
      '0 of 5 uses left',
    ])
  })

  it.each([
    [{ timezone: 'Europe/Oslo' }, 'Mon 10:00–12:00, Wed 17:00–20:00 (Central European Time)', '(sentraleuropeisk tid)'],
    [{}, 'Mon 10:00–12:00, Wed 17:00–20:00, time zone not given', 'tidssone ikke oppgitt'],
    [{ timezone: 'Mars/Base' }, 'Mon 10:00–12:00, Wed 17:00–20:00 (Mars/Base)', '(Mars/Base)'],
  ])('says in which zone its weekly hours are: %j', (zone, hours, inNorwegian) => {
    const discount_hours = {
      ...zone,
      hours: [
        { day: 'mon', start: '10:00', end: '12:00' },
        { day: 'wed', start: '17:00', end: '20:00' },
      ],
    }
    const wire = { reward: { type: 'discount_percent', value: 15 }, limitation: { discount_hours } }
    expect(say(wire)[0]).toBe(`15% off, ${hours}`)
    expect(say(wire, norwegian)[0]).toContain(inNorwegian)
  })

  it('names a few of many goods, and says how many more there are', () => {
    const items = ['a', 'b', 'c', 'd', 'e', 'f'].map((group_id) => ({ group_id }))
    const reward = { type: 'discount_percent', value: 10 }
    expect(say({ requirement: { item: { items } }, reward })[0]).toBe('10% off on a, b, c and d and 2 more')
    expect(say({ requirement: { item: { items: [{ id: 'ANY_ITEM' }] }, store_ids: ['*'] }, reward })[0]).toBe('10% off')
  })

  it('says from when, while that is to come', () => {
    const requirement = { purchase_from: '2026-12-01T00:00:00Z' }
    expect(say({ requirement, reward: { type: 'discount_debit', value: 1_000 } })[0]).toBe(
      '10.00 to spend, currency not given, from 1 Dec 2026',
    )
  })

  it.each([
    ['JPY', 'JP¥500 off', 'JP¥5,000'],
    [
      'XXQ',
      '500 XXQ in the smallest unit of an unknown currency off',
      '5,000 XXQ in the smallest unit of an unknown currency',
    ],
  ])('has amounts of %s in the minor unit of that currency', (currency, gives, from) => {
    const requirement = { currencies: [currency], gross_amount: 5_000 }
    expect(say({ requirement, reward: { type: 'discount_amount', value: 500 } })[0]).toBe(`${gives}, from ${from}`)
  })

  it.each([
    [1e12, '10,000,000,000.00 off, currency not given'],
    [-5_000, '-50.00 off, currency not given'],
    ['50 kr', '50 kr off'],
    [12.5, '12.5 off'],
    [null, 'Reward of an unknown kind: discount_amount'],
  ])('stands with the amount %s', (value, sentence) => {
    expect(say({ reward: { type: 'discount_amount', value } })[0]).toBe(sentence)
  })

  it('stands with texts in place of numbers', () => {
    expect(say({ reward: { type: 'discount_percent', value: '20' }, statistics: { debit_balance: 'all' } })).toEqual([
      '20 % off',
      'all left',
    ])
  })

  it('stands without anything, and is as it was sent where nobody knows it', () => {
    expect(say({})).toEqual(['Reward without details', undefined])
    expect(ruleWords(ruleOf({ receipt_text: 'Mai Salg' }), english).title).toBe('Mai Salg')
    const words = ruleWords(ruleOf(strangeRule), english)
    expect(words.title).toBe(strangeRule.name)
    expect(words.sentence).toContain('Reward of an unknown kind: <script>')
    expect(JSON.stringify(words)).not.toMatch(/undefined|NaN|Invalid/)
  })

  it('has no code for whoever sees masked data', () => {
    const { sentence } = ruleWords(maskRule(ruleOf(rules.tenConditions)), english)
    expect(sentence).toContain(`with the code ${maskText}`)
    expect(sentence).not.toContain('ONSDAG')
  })
})
