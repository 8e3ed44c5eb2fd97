import { isPossiblePhoneNumber, parsePhoneNumber } from 'libphonenumber-js/max'
import { beforeAll, describe, expect, test } from 'vitest'
import type { CustomerRecord } from '../customer'
import { accounts, people, tagIds } from '../seed/seed'
import { accountCustomers } from './account'
import { places } from './seed-places'

const customers = 25_000
const named = Object.values(people).map(({ record }) => record)
let all: CustomerRecord[]
let alive: CustomerRecord[]
beforeAll(() => {
  all = [...accountCustomers({ account: accounts.test, customers, seed: 1, named })]
  alive = all.filter(({ customer }) => !customer.deleted_at)
})

const isNamed = (record: CustomerRecord) => named.some(({ customer }) => customer.id === record.customer.id)
const ofType = (type: string) => all.filter(({ customer }) => customer.type === type)

describe('the customers of an account', () => {
  test('have the requested number, each with a unique id and customer_id', () => {
    expect(all).toHaveLength(customers)
    expect(new Set(all.map(({ customer }) => customer.id)).size).toBe(customers)
    expect(new Set(all.map(({ customer }) => customer.customer_id)).size).toBe(customers)
  })

  test('are of all types, at most 8 % contacts, 2 % tombstones with 250 in a row', () => {
    expect(ofType('contact').length).toBeLessThanOrEqual(customers * 0.08)
    expect(ofType('contact').length).toBeGreaterThan(customers * 0.04)
    for (const type of ['company', 'employee', 'other']) expect(ofType(type).length).toBeGreaterThan(100)
    expect((all.length - alive.length) / customers).toBeCloseTo(0.02, 2)
    let [run, longest] = [0, 0]
    for (const { customer } of all) {
      run = customer.deleted_at ? run + 1 : 0
      longest = Math.max(longest, run)
    }
    expect(longest).toBeGreaterThanOrEqual(250)
  })

  test('3,000 share one updated_at', () => {
    const counts = new Map<string, number>()
    for (const { customer } of all)
      counts.set(customer.updated_at ?? '', (counts.get(customer.updated_at ?? '') ?? 0) + 1)
    counts.delete('')
    expect(Math.max(...counts.values())).toBe(3000)
  })

  test('have emails in example.* only, each unique per type', () => {
    const seen = new Set<string>()
    for (const { customer } of alive) {
      if (!customer.email) continue
      expect(customer.email.toLowerCase()).toMatch(/^[^@\s]+@example\.(no|com|org|net)$/)
      const key = `${customer.type} ${customer.email.toLowerCase()}`
      expect(seen.has(key), key).toBe(false)
      seen.add(key)
    }
  })

  test('have Norwegian phone numbers that are possible but not assigned', () => {
    for (const record of alive) {
      const phone = record.customer.phone_number
      if (!phone || isNamed(record)) continue
      expect(isPossiblePhoneNumber(phone), phone).toBe(true)
      expect(parsePhoneNumber(phone).isValid(), phone).toBe(false)
    }
  })

  test('live at postal codes that match their places', () => {
    const known = new Set(places.map(({ code, place }) => `${code} ${place}`))
    for (const record of alive) {
      if (isNamed(record)) continue
      for (const { postal_code, postal_place } of record.customer.addresses ?? []) {
        expect(known).toContain(`${postal_code} ${postal_place}`)
      }
    }
  })

  test('have organization numbers with a valid check digit that no real organization has', () => {
    const weights = [3, 2, 7, 6, 5, 4, 3, 2, 1]
    for (const { customer } of alive) {
      const number = customer.company?.organization_number
      if (!number || number === '7') continue
      expect(number).toMatch(/^[1-7]\d{8}(MVA)?$/)
      const sum = weights.reduce((total, weight, at) => total + weight * Number(number[at]), 0)
      expect(sum % 11, number).toBe(0)
    }
  })

  test('have contacts that refer to existing companies', () => {
    const companies = new Set(ofType('company').map(({ customer }) => customer.customer_id))
    const contacts = alive.filter(({ customer }) => customer.contact_for)
    expect(contacts.filter(({ customer }) => Number(customer.contact_for?.length) > 1).length).toBeGreaterThan(10)
    const dangling = contacts.filter((record) => !isNamed(record)).flatMap(({ customer }) => customer.contact_for ?? [])
    expect(dangling.filter(({ customer_id }) => !companies.has(customer_id))).toEqual([])
  })

  test('have tags: one large, many small, one empty', () => {
    const sizes = Object.values(tagIds).map((id) => all.filter(({ tags }) => tags.includes(id)).length)
    expect(Math.max(...sizes)).toBeGreaterThan(customers * 0.35)
    expect(sizes.filter((size) => size > 0 && size < customers * 0.01).length).toBeGreaterThan(10)
    expect(sizes.filter((size) => size === 0)).toHaveLength(1)
  })

  test('have all ordinary properties among the newest hundred', () => {
    const newest = alive.filter(({ customer }) => customer.type !== 'contact').slice(-100)
    for (const { customer } of newest) {
      const given = customer.company ? ['company'] : ['first_name', 'last_name', 'gender', 'date_of_birth']
      given.push(
        'email',
        'phone_number',
        'status',
        'favorite_store',
        'marketing_consent',
        'addresses',
        'term',
        'enrolled_by',
      )
      expect(Object.keys(customer)).toEqual(expect.arrayContaining(given.filter((name) => name !== '')))
      expect(customer.addresses).toHaveLength(1)
    }
    expect(all.at(-1)?.customer.customer_id).toBe(people.nora.customer_id)
  })

  test('a tombstone has no personal data, and some have kept their tokens', () => {
    let withTokens = 0
    const allowed = ['type', 'customer_id', 'id', 'created_at', 'created_by', 'deleted_at', 'deleted_by']
    for (const { customer, tags, tokens, communication } of all) {
      if (!customer.deleted_at) continue
      expect(allowed).toEqual(expect.arrayContaining(Object.keys(customer)))
      expect([tags, communication]).toEqual([[], {}])
      if (tokens.length > 0) withTokens++
    }
    expect(withTokens).toBeGreaterThan(0)
  })

  test('are the same for the same options and differ for another seed or account', () => {
    const firstOf = (account: string, seed: number) =>
      accountCustomers({ account, customers: 600, seed, named: [] }).next().value
    expect(firstOf(accounts.test, 1)).toEqual(firstOf(accounts.test, 1))
    expect(firstOf(accounts.test, 1)).not.toEqual(firstOf(accounts.test, 2))
    expect(firstOf(accounts.test, 1)).not.toEqual(firstOf(accounts.production, 1))
  })
})
