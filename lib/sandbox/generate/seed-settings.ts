/** Tags, terms and attributes of the accounts. `tagShares` is the share of customers with each tag. */
import { stableUuid } from './random'

export const tagShares = {
  Medlem: 0.42,
  Sølvmedlem: 0.08,
  Gullmedlem: 0.03,
  VIP: 0.004,
  Nyhetsbrev: 0.16,
  Testpanel: 0.01,
  Ansattrabatt: 0.015,
  Bedriftsavtale: 0.012,
  Idrettslag: 0.006,
  Skiklubben: 0.02,
  Sykkelklubben: 0.015,
  Løpegruppa: 0.012,
  Turvenner: 0.018,
  Fotballskole: 0.005,
  'Klubbkveld Oslo': 0.002,
  'Klubbkveld Bergen': 0.0015,
  'Klubbkveld Trondheim': 0.001,
  'Birken 2024': 0.003,
  'Birken 2025': 0.003,
  'Birken 2026': 0.004,
  'Black Week 2024': 0.03,
  'Black Week 2025': 0.04,
  'Skiservice fast': 0.004,
  'Sykkelservice fast': 0.003,
  'Faktura godkjent': 0.006,
  Kredittsperre: 0.0008,
  'Følg opp': 0.001,
  'Returnerer <i>ofte</i>': 0.002,
  Student: 0.03,
  Pensjonist: 0.02,
  'Gavekort 2025': 0.01,
  'Lojal 10 år': 0.008,
  Presse: 0.0003,
  Leverandør: 0.0004,
  'Sommersalg 2027': 0,
} as const satisfies { [name: string]: number }

export type TagName = keyof typeof tagShares

/** The id of a tag. The same name has a different id in each account. */
export function tagId(account: string, name: TagName): string {
  return stableUuid(`${account} tag ${name}`)
}

export const termTexts = [
  ['2016-03-01T08:00:00.000Z', 'Vilkår for kundeklubben. <script>alert("vilkår")</script>Opprettet da klubben åpnet.'],
  ['2016-09-12T08:00:00.000Z', 'Vilkår for kundeklubben. Gjelder også nettbutikken.'],
  ['2017-02-01T08:00:00.000Z', 'Vilkår for kundeklubben. Poeng gjelder i 12 måneder.'],
  ['2017-10-02T07:00:00.000Z', 'Vilkår for kundeklubben. Bursdagsgave i butikk.'],
  ['2018-05-25T07:00:00.000Z', 'Vilkår for kundeklubben. Tilpasset personvernforordningen.'],
  ['2019-01-15T09:00:00.000Z', 'Vilkår for kundeklubben. Kvittering på e-post.'],
  ['2019-08-20T07:00:00.000Z', 'Vilkår for kundeklubben. Trukket tilbake etter en feil.'],
  ['2020-04-01T07:00:00.000Z', 'Vilkår for kundeklubben. Retur i 60 dager.'],
  ['2021-03-15T09:00:00.000Z', 'Vilkår for kundeklubben. Gjelder også bedrifter.'],
  ['2022-01-10T09:30:00.000Z', 'Vilkår for kundeklubben. Poeng gjelder i 24 måneder.'],
  ['2023-06-01T06:00:00.000Z', 'Vilkår for kundeklubben. Medlemsnivåer innført.'],
  ['2024-02-01T08:00:00.000Z', 'Vilkår for kundeklubben. Gavekort teller ikke som kjøp.'],
  ['2025-07-01T06:00:00.000Z', 'Vilkår for kundeklubben. Samtykke gis for hver kanal.'],
] as const satisfies readonly (readonly [string, string])[]

export function termId(account: string, index: number): string {
  return stableUuid(`${account} term ${index}`)
}

/** The place in `termTexts` of terms that were deleted. Customers who accepted them still have their id. */
export const deletedTerm = 6

/** The id of the deleted terms of an account. */
export const formerTermId = (account: string): string => termId(account, deletedTerm)

/** The id of the newest terms of an account. */
export const currentTermId = (account: string): string => termId(account, termTexts.length - 1)

export const attributeSettings = [
  { name: 'favorite_sport', type: 'string' },
  { name: 'shoe_size', type: 'real' },
  { name: 'points', type: 'integer' },
  { name: 'member_since', type: 'date' },
  { name: 'last_visit', type: 'date-time' },
  { name: 'receipt_by_email', type: 'boolean' },
  { name: 'second_phone', type: 'phonenumber' },
  { name: 'invoice_email', type: 'email' },
  { name: 'interests', type: 'string', multiple_values: true },
  { name: 'visited_stores', type: 'string', multiple_values: true },
  { name: 'lucky_numbers', type: 'integer', multiple_values: true },
  { name: 'credit_limit', type: 'integer', private: true },
  { name: 'internal_note', type: 'string', private: true },
  { name: 'churn_risk', type: 'real', private: true },
] as const

export const sports = ['Ski', 'Sykkel', 'Løp', 'Tur', 'Fotball', 'Klatring', 'Padel', 'Svømming', 'Håndball'] as const
