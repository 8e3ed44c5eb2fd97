import { faker } from '@faker-js/faker/locale/nb_NO'
import type { Customer, CustomerRecord, CustomerType } from '../customer'
import * as details from './details'
import { iso } from './instants'
import { byRank, type Random, weighted } from './random'
import { clubPlaces, clubs, companySizes, departments, trades } from './seed-companies'
import { femaleNames, lastNames, maleNames } from './seed-names'

const { person } = faker.rawDefinitions
const pickFemale = weighted(withRare(femaleNames, person?.first_name?.female))
const pickMale = weighted(withRare(maleNames, person?.first_name?.male))
const pickLast = weighted(withRare(lastNames, person?.last_name?.generic))
const pickDomain = weighted([
  ['example.no', 45],
  ['example.com', 40],
  ['example.org', 9],
  ['example.net', 6],
] as const)
const pickStatus = weighted([
  ['active', 86],
  ['paused', 6],
  ['blocked', 2],
  ['', 6],
] as const)
const enrolments = ['store', 'url', 'qr_code', 'pos', 'app'] as const
const idLetters = { customer: 'K', company: 'B', contact: 'C', employee: 'E', other: 'O' } satisfies Record<
  CustomerType,
  string
>
const yearMs = 31_557_600_000

function withRare(common: readonly string[], rare: readonly string[] | undefined): [string, number][] {
  const known = new Set(common)
  return byRank([...known, ...(rare ?? []).filter((name) => !known.has(name))], 12)
}

export type Ordinary = { type: CustomerType; createdMs: number; complete: boolean; contactFor?: string[] }

/** Generates the ordinary people and companies of one account. The same seed gives the same sequence. */
export class OrdinaryCustomers {
  private readonly takenMailboxes = new Map<string, number>()
  private readonly nextNumber: Record<CustomerType, number>

  constructor(
    private readonly account: string,
    private readonly random: Random,
    private readonly nowMs: number,
    private readonly reservedIds: ReadonlySet<string>,
    reservedEmails: readonly string[],
    expected: number,
  ) {
    for (const email of reservedEmails) this.takenMailboxes.set(email.toLowerCase().split('@')[0] ?? '', 1)
    // With the demo's number of customers, ids end near those of the named people; with more customers, they begin
    // lower.
    this.nextNumber = {
      customer: Math.max(100_001, 215_900 - Math.floor(expected * 0.82)),
      company: Math.max(10_001, 20_200 - Math.floor(expected * 0.05)),
      contact: Math.max(10_001, 31_000 - Math.floor(expected * 0.07)),
      employee: 1,
      other: 1,
    }
  }

  make({ type, createdMs, complete, contactFor }: Ordinary): CustomerRecord {
    const random = this.random
    const updatedMs = details.changedAt(random, createdMs, this.nowMs)
    const customer: Customer = {
      type,
      customer_id: this.customerId(type, complete),
      id: random.uuid(),
      created_at: iso(createdMs, random.chance(0.5) ? random.int(1000) : 0),
      created_by: random.chance(0.8) ? '1c92f7e1-2897-4d46-bdcc-c127a914fb4e' : '7be04f1c-56a0-4c1e-9d2b-0f8a5e3c1d77',
      updated_at: '',
    }
    customer.updated_at =
      updatedMs === createdMs ? customer.created_at : iso(updatedMs, random.chance(0.5) ? random.int(1000) : 0)
    const where = details.place(random)
    if (type === 'company' || (type === 'other' && random.chance(0.7))) this.addCompany(customer, complete)
    else this.addPerson(customer, complete)
    if (type !== 'contact') {
      const status = pickStatus(random)
      if (status || complete) customer.status = status || 'active'
      if (complete || random.chance(0.8)) customer.favorite_store = random.pick(where.stores)
      if (complete || random.chance(0.6)) customer.enrolled_by = this.enrolment(customer.favorite_store)
    }
    if (complete || random.chance(0.94)) customer.marketing_consent = details.consent(random, createdMs, updatedMs)
    const addresses = complete ? 1 : random.chance(0.82) ? (random.chance(0.12) ? 2 : 1) : 0
    if (addresses > 0) {
      customer.addresses = [details.address(random, where, type === 'company' ? 'work' : 'home')]
      if (addresses > 1) customer.addresses.push(details.address(random, details.place(random), 'other'))
    }
    if (complete || random.chance(0.7)) customer.term = details.term(random, this.account, createdMs)
    if (contactFor) customer.contact_for = contactFor.map((id) => ({ customer_id: id }))
    if (type === 'customer' || random.chance(0.2)) {
      customer.attributes = details.attributes(random, createdMs, updatedMs)
      if (complete) customer.attributes.favorite_sport ??= 'Ski'
    }
    if (random.chance(0.12)) customer.metadata = { import_batch: `kasse-${random.between(1, 40)}` }
    return {
      customer,
      tags: type === 'contact' ? [] : details.tags(random, this.account),
      tokens: type === 'customer' || type === 'employee' ? details.tokens(random, createdMs, this.nowMs) : [],
      communication: details.communication(random, customer, createdMs),
    }
  }

  private addPerson(customer: Customer, complete: boolean): void {
    const random = this.random
    const female = random.chance(0.53)
    const first = female ? pickFemale(random) : pickMale(random)
    const second =
      !first.includes('-') && random.chance(0.1) ? ` ${female ? pickFemale(random) : pickMale(random)}` : ''
    const last = pickLast(random)
    const middle = random.chance(0.14) ? `${pickLast(random)} ` : ''
    customer.first_name = second.trim() === first ? first : first + second
    customer.last_name = middle.trim() === last ? last : middle + last
    if (complete || random.chance(0.9)) customer.email = this.email(`${first}.${last}`)
    if (complete || random.chance(0.88)) customer.phone_number = details.mobilePhone(random)
    if (customer.type === 'contact') return
    if (complete || random.chance(0.6)) customer.gender = female ? 'female' : 'male'
    const age = 15 + random.int(36) + random.int(36)
    if (complete || random.chance(0.55)) {
      customer.date_of_birth = iso(this.nowMs - age * yearMs - random.int(365) * 86_400_000).slice(0, 10)
    }
  }

  private addCompany(customer: Customer, complete: boolean): void {
    const random = this.random
    const club = customer.type === 'other' || random.chance(0.12)
    const [trade, industry] = random.pick(trades)
    const last = pickLast(random)
    const form = random.chance(0.9) ? 'AS' : 'ENK'
    const name = club ? `${random.pick(clubPlaces)} ${random.pick(clubs)}` : `${last} ${trade} ${form}`
    const mailbox = club
      ? name.replace(' ', '.')
      : `${random.pick(['post', 'firmapost', 'kontakt'])}.${last}.${trade.split(' ')[0]}`
    customer.company = {
      bussiness_name: name,
      organization_number: details.organizationNumber(random) + (random.chance(0.3) ? 'MVA' : ''),
      ...(random.chance(0.25) ? { department: random.pick(departments) } : {}),
      industry: club ? 'Idrettslag og -klubber' : industry,
      ...(complete || random.chance(0.5) ? { website: `https://${asciiName(name)}.example.no` } : {}),
      ...(complete || random.chance(0.6)
        ? { number_of_employees: form === 'ENK' ? '1' : random.pick(companySizes) }
        : {}),
    }
    if (complete || random.chance(0.92)) customer.email = this.email(mailbox)
    if (complete || random.chance(0.85)) customer.phone_number = details.fixedPhone(random)
  }

  private customerId(type: CustomerType, complete: boolean): string {
    if (!complete && this.random.chance(0.03)) return this.random.uuid()
    for (;;) {
      const number = this.nextNumber[type]++
      const id = `${idLetters[type]}-${String(number).padStart(5, '0')}`
      if (!this.reservedIds.has(id)) return id
    }
  }

  // In Dintero's API an email is unique per type. Here it is unique overall, except for the named people.
  private email(mailbox: string): string {
    const name = mailbox.split('.').map(asciiName).filter(Boolean).join('.')
    const taken = this.takenMailboxes.get(name) ?? 0
    this.takenMailboxes.set(name, taken + 1)
    return `${name}${taken === 0 ? '' : taken + 1}@${pickDomain(this.random)}`
  }

  private enrolment(store: string | null | undefined): Customer['enrolled_by'] {
    const type = this.random.pick(enrolments)
    if (type === 'url') return { type, value: 'https://www.nordlys-sport.example.no/klubb' }
    if (type === 'app') return { type, value: 'Nordlys-appen' }
    return { type, value: store ?? 'Oslo City' }
  }
}

const asciiNames = new Map<string, string>()

/** The letters of a name that an email or a host name may hold. */
function asciiName(name: string): string {
  const known = asciiNames.get(name)
  if (known !== undefined) return known
  const letters = name
    .toLowerCase()
    .replaceAll('ø', 'o')
    .replaceAll('æ', 'ae')
    .replaceAll('å', 'a')
    .normalize('NFD')
    .replace(/[^a-z0-9-]/g, '')
  asciiNames.set(name, letters)
  return letters
}
