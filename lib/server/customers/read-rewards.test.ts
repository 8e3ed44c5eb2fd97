import { beforeEach, describe, expect, it } from 'vitest'
import { maskText } from '@/lib/customers/model/masked'
import { cardAnswerSchema, cardsAnswerSchema, movementsAnswerSchema } from '@/lib/customers/rewards/card'
import { rulesAnswerSchema } from '@/lib/customers/rewards/rule'
import { people } from '@/lib/sandbox/seed/seed'
import { startForTests } from '@/lib/sandbox/start-for-tests'
import { namedCards } from '@/lib/sandbox/wallets/seed-cards'
import { someoneForTests } from '@/lib/server/auth/access-for-tests'
import type { AccountAccess } from '@/lib/server/auth/account-access'
import { readCard, readCards, readMovements, readRules } from '@/lib/server/customers/read-rewards'
import { queryConfigured, upstreamForTests } from '@/lib/server/database/configure-for-tests'
import { env } from '@/lib/server/env'

const { nora, kari, nameHtml } = people
const first = { starting_after: null }

const sandbox = upstreamForTests(startForTests)
beforeEach(() => sandbox().faults([]))

const sectionsOf = async ({ viewer: { email } }: AccountAccess) => {
  const events = await queryConfigured('SELECT customers, filters FROM activity WHERE actor_email = $1 ORDER BY id', [
    email,
  ])
  return events.map(({ customers, filters }) => [...customers, filters[0]?.value])
}
const failsWith = (code: string, more = {}) => ({ error: { code, ...more } })

describe('cards', () => {
  it('are listed without, and read with their balance and movements, each of which is audited', async () => {
    const agent = someoneForTests('agent')
    const { cards, next } = await readCards(agent, nora.customer_id, first)
    expect([cards.map(({ card_id }) => card_id), next]).toEqual([['GK-NORA-1', 'TG-NORA-2'], null])
    expect(JSON.stringify(cards)).not.toMatch(/amount|metadata|created_by/)
    const { card } = await readCard(agent, nora.customer_id, 'GK-NORA-1')
    expect(card).toMatchObject({ amount_balance: 35_100, amount_available: 25_100, currency: 'NOK' })
    expect(card.codes[0]).toMatch(/^DINCARD:\*+/)
    const { movements } = await readMovements(agent, nora.customer_id, 'GK-NORA-1')
    expect(movements.map(({ type }) => type)).toEqual(['pending_capture', 'drawdown', 'fund'])
    expect(await sectionsOf(agent)).toEqual([
      [nora.customer_id, 'cards'],
      [nora.customer_id, 'card'],
      [nora.customer_id, 'card-movements'],
    ])
  })

  it('of another customer are not found, and neither are their movements', async () => {
    const agent = someoneForTests('agent')
    for (const reading of [readCard, readMovements])
      await expect(reading(agent, kari.customer_id, 'GK-NORA-1')).rejects.toMatchObject(failsWith('not_found'))
  })

  it('show a viewer no part of a code and no reference', async () => {
    const viewer = someoneForTests('viewer')
    const { card } = await readCard(viewer, nora.customer_id, 'GK-NORA-1')
    expect(card).toMatchObject({ amount_balance: 35_100, codes: [maskText] })
    const { movements } = await readMovements(viewer, nora.customer_id, 'GK-NORA-1')
    expect(movements.every(({ ref_id }) => ref_id === maskText)).toBe(true)
  })

  it('are none for nobody, and where Dintero answers 404', async () => {
    expect((await readCards(someoneForTests('agent'), 'nobody', first)).cards).toEqual([])
    await sandbox().faults([{ match: '/wallets/', kind: 'status', status: 404, times: 1 }])
    expect((await readCards(someoneForTests('agent'), nora.customer_id, first)).cards).toEqual([])
  })
})

describe('rules', () => {
  it('are read with their conditions and audited; a viewer sees no code', async () => {
    const agent = someoneForTests('agent')
    const { rules } = await readRules(agent, nora.customer_id, first)
    expect(rules).toHaveLength(9)
    expect(rules.find(({ stamps }) => stamps)).toMatchObject({ stamps: 10, current_stamps: 7 })
    expect(JSON.stringify(rules)).toContain('ONSDAG')
    expect(JSON.stringify(rules)).not.toMatch(/campaign|metadata|links/)
    expect(await sectionsOf(agent)).toEqual([[nora.customer_id, 'rewards']])
    const seen = await readRules(someoneForTests('viewer'), nora.customer_id, first)
    expect(JSON.stringify(seen)).not.toContain('ONSDAG')
  })

  it('are none for nobody', async () => {
    expect(await readRules(someoneForTests('agent'), 'nobody', first)).toEqual({ rules: [], unreadable: 0, next: null })
  })
})

it.each([
  ['read:wallets', '/wallets/', readCards],
  ['read:discounts', '/discounts/', readRules],
] as const)('needs the scope %s, which the failure names', async (scope, match, reading) => {
  await sandbox().faults([{ match, kind: 'status', status: 403, times: 1 }])
  await expect(reading(someoneForTests('agent'), nora.customer_id, first)).rejects.toMatchObject(
    failsWith('upstream_forbidden', { scope }),
  )
})

it('nothing is read where the section is switched off', async () => {
  env().hiddenSections = ['rewards']
  await sandbox().control('DELETE', '/requests')
  const agent = someoneForTests('agent')
  for (const reading of [
    () => readCards(agent, nora.customer_id, first),
    () => readCard(agent, nora.customer_id, 'GK-NORA-1'),
    () => readMovements(agent, nora.customer_id, 'GK-NORA-1'),
    () => readRules(agent, nora.customer_id, first),
  ])
    await expect(reading()).rejects.toMatchObject(failsWith('not_found'))
  expect(await sandbox().requests()).toEqual([])
  env().hiddenSections = []
})

it('every named card and every rule is readable, whatever its data, for every role', async () => {
  for (const role of ['agent', 'viewer'] as const) {
    const access = someoneForTests(role)
    for (const { customer_id, card_id } of Object.values(namedCards).map(({ card }) => card)) {
      const [list, card, movements] = await Promise.all([
        readCards(access, customer_id, first),
        readCard(access, customer_id, card_id),
        readMovements(access, customer_id, card_id),
      ])
      expect(cardsAnswerSchema.safeParse(list).success).toBe(true)
      expect(cardAnswerSchema.safeParse(card).success).toBe(true)
      expect(movementsAnswerSchema.safeParse(movements).success).toBe(true)
      expect([list.unreadable, movements.unreadable]).toEqual([0, 0])
    }
    const answer = await readRules(access, nameHtml.customer_id, first)
    expect([rulesAnswerSchema.safeParse(answer).success, answer.unreadable]).toEqual([true, 0])
  }
})
