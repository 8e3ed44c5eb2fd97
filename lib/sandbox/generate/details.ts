import type { Address, Communication, Consent, Customer, CustomerToken, Json } from '../customer'
import { iso } from './instants'
import { byRank, type Random, weighted } from './random'
import { type Place, places, streets } from './seed-places'
import { sports, type TagName, tagId, tagShares, termId, termTexts } from './seed-settings'

const pickPlace = weighted(places.map((place) => [place, place.weight] as const))
const pickStreet = weighted(byRank(streets, 8))
// Norway has not assigned these ranges to mobile or fixed telephones, so no number belongs to a real person.
const mobileStarts = ['42', '43', '44', '49']
const fixedStarts = ['25', '26', '29', '34', '39', '50', '54', '60', '65']
const dayMs = 86_400_000
const termStarts = termTexts.map(([since]) => Date.parse(since))
const tagEntries = Object.entries(tagShares) as [TagName, number][]

export function mobilePhone(random: Random): string {
  return `+47${random.pick(mobileStarts)}${String(random.int(1_000_000)).padStart(6, '0')}`
}

export function fixedPhone(random: Random): string {
  return `+47${random.pick(fixedStarts)}${String(random.int(1_000_000)).padStart(6, '0')}`
}

/** A number with a valid check digit whose first digit (1 to 7) no real organization has. */
export function organizationNumber(random: Random): string {
  for (;;) {
    const digits = `${random.between(1, 7)}${String(random.int(10_000_000)).padStart(7, '0')}`
    const sum = [3, 2, 7, 6, 5, 4, 3, 2].reduce((total, weight, at) => total + weight * Number(digits[at]), 0)
    const check = (11 - (sum % 11)) % 11
    if (check < 10) return `${digits}${check}`
  }
}

export function place(random: Random): Place {
  return pickPlace(random)
}

export function address(random: Random, where: Place, type = 'home'): Address {
  const door = random.chance(0.12) ? 'ABCDE'[random.int(5)] : ''
  return {
    address_line: `${pickStreet(random)} ${random.between(1, 98)}${door}`,
    ...(random.chance(0.06)
      ? { address_line_2: `c/o Leilighet H0${random.between(1, 6)}0${random.between(1, 4)}` }
      : {}),
    postal_code: where.code,
    postal_place: where.place,
    country: 'NO',
    ...(random.chance(0.3)
      ? {
          latitude: Number((where.latitude + (random.fraction() - 0.5) / 50).toFixed(6)),
          longitude: Number((where.longitude + (random.fraction() - 0.5) / 25).toFixed(6)),
        }
      : {}),
    type,
    ...(random.chance(0.04) ? { comment: '3. etasje, ring på.' } : {}),
  }
}

/** A random instant of the last change in milliseconds: often `created` itself, otherwise more likely a recent one. */
export function changedAt(random: Random, created: number, now: number): number {
  if (random.chance(0.3)) return created
  return Math.floor(now - (now - created) * random.fraction() ** 2.5)
}

export function consent(random: Random, created: number, now: number): { [channel: string]: Consent } {
  const channels: { [channel: string]: Consent } = {}
  const addConsent = (channel: string, probability: number, consentProbability: number) => {
    if (!random.chance(probability)) return
    channels[channel] = { consent: random.chance(consentProbability), updated_at: iso(changedAt(random, created, now)) }
  }
  addConsent('sms', 0.86, 0.55)
  addConsent('email', 0.9, 0.68)
  addConsent('push', 0.05, 0.7)
  addConsent('postal_mail', 0.02, 0.3)
  return channels
}

export function tags(random: Random, account: string): string[] {
  return tagEntries.filter(([, share]) => random.chance(share)).map(([name]) => tagId(account, name))
}

/** The newest terms at the time when the customer was created, accepted at that time. */
export function term(random: Random, account: string, created: number): Customer['term'] {
  const index = termStarts.findLastIndex((start) => start <= created)
  return { id: termId(account, Math.max(index, 0)), accepted_at: iso(created + random.int(90_000)) }
}

export function attributes(random: Random, created: number, now: number): { [name: string]: Json } {
  const values: { [name: string]: Json } = {}
  if (random.chance(0.7)) values.favorite_sport = random.pick(sports)
  if (random.chance(0.5)) values.points = random.int(40) ** 2 * 5
  if (random.chance(0.4)) values.member_since = iso(created).slice(0, 10)
  if (random.chance(0.25)) values.shoe_size = random.between(70, 96) / 2
  if (random.chance(0.2)) values.receipt_by_email = random.chance(0.8)
  if (random.chance(0.2)) values.last_visit = iso(changedAt(random, created, now))
  if (random.chance(0.12)) values.interests = [...new Set([random.pick(sports), random.pick(sports)])]
  if (random.chance(0.03)) values.lucky_numbers = [random.int(50), random.int(50)]
  if (random.chance(0.02)) values.second_phone = mobilePhone(random)
  if (random.chance(0.02)) values.invoice_email = `faktura${random.int(100_000)}@example.no`
  if (random.chance(0.03)) values.credit_limit = random.between(1, 20) * 1000
  if (random.chance(0.02)) values.churn_risk = random.int(1000) / 1000
  if (random.chance(0.01)) values.internal_note = 'Vil helst ha SMS.'
  return values
}

export function tokens(random: Random, created: number, now: number): CustomerToken[] {
  const list: CustomerToken[] = []
  if (random.chance(0.5)) list.push(membershipCard(random, created))
  const cards = random.chance(0.14) ? random.between(1, 3) : 0
  for (let card = 0; card < cards; card++) list.push(paymentCard(random, changedAt(random, created, now), now))
  if (random.chance(0.08)) {
    const at = iso(changedAt(random, created, now))
    list.push({ id: random.uuid(), type: 'hashed_email', value: hexDigits(random, 64), created_at: at })
  }
  for (const token of list) {
    if (random.chance(0.08)) token.deleted_at = iso(now - random.int(200) * dayMs)
  }
  return list
}

export function membershipCard(random: Random, created: number): CustomerToken {
  return {
    id: random.uuid(),
    token_id: random.uuid(),
    type: 'membership_card',
    value: `2400${String(random.uint32()).padStart(10, '0')}${String(random.int(100)).padStart(2, '0')}`,
    created_at: iso(created),
  }
}

export function paymentCard(random: Random, created: number, now: number): CustomerToken {
  const start = random.pick(['492500', '541275', '400005'])
  return {
    id: random.uuid(),
    type: 'payment_card',
    value: hexDigits(random, 40),
    metadata: {
      mask_pan: `${start}******${String(random.int(10_000)).padStart(4, '0')}`,
      exp_month: random.between(1, 12),
      exp_year: new Date(now).getUTCFullYear() + random.between(-1, 4),
    },
    created_at: iso(created),
  }
}

export function communication(random: Random, customer: Customer, created: number): Communication {
  const reachable = () => ({
    verified_at: random.chance(0.7) ? iso(created + random.int(600_000)) : null,
    allowed: random.chance(0.95),
  })
  return {
    ...(customer.email ? { email: reachable() } : {}),
    ...(customer.phone_number ? { phone_number: reachable() } : {}),
  }
}

function hexDigits(random: Random, length: number): string {
  let text = ''
  while (text.length < length) text += random.uint32().toString(16).padStart(8, '0')
  return text.slice(0, length)
}
