/**
 * Customers of T12345678 with valid but unusual data. They were created between 2017 and 2021, far from the first page.
 */
import { formerTermId, termId } from '../generate/seed-settings'
import { namedToken, person } from './seed-person'

const script = '<script>alert("kunde")</script>'

const ids = {
  idWithSpaces: person({
    type: 'customer',
    customer_id: 'kunde 12 34',
    created_at: '2020-01-01T10:00:00.000Z',
    first_name: 'Sissel',
    last_name: 'Mellomrom',
  }),
  idWithSlash: person({
    type: 'customer',
    customer_id: 'a/b',
    created_at: '2020-01-02T10:00:00.000Z',
    first_name: 'Skrå',
    last_name: 'Strek',
  }),
  idWithPercent: person({
    type: 'customer',
    customer_id: '100%',
    created_at: '2020-01-03T10:00:00.000Z',
    first_name: 'Per',
    last_name: 'Cent',
  }),
  /** A customer_id that becomes the id of another customer (`a/b`) when it is decoded twice. */
  idLikeEncoded: person({
    type: 'customer',
    customer_id: 'a%2Fb',
    created_at: '2020-01-04T10:00:00.000Z',
    first_name: 'Kodet',
    last_name: 'Strek',
  }),
  idWithHash: person({
    type: 'customer',
    customer_id: 'nr#7?x=1&y=2',
    created_at: '2020-01-05T10:00:00.000Z',
    first_name: 'Hege',
    last_name: 'Nummer',
  }),
  idWithEmoji: person({
    type: 'customer',
    customer_id: '🎿-42-👩‍👩‍👧',
    created_at: '2020-01-06T10:00:00.000Z',
    first_name: 'Emo',
    last_name: 'Ji',
  }),
  idLong: person({
    type: 'customer',
    customer_id: `L${'x'.repeat(254)}`,
    created_at: '2020-01-07T10:00:00.000Z',
    first_name: 'Lang',
    last_name: 'Nøkkel',
  }),
  idNorwegian: person({
    type: 'customer',
    customer_id: 'æ ø å',
    created_at: '2020-01-08T10:00:00.000Z',
    first_name: 'Ærlig',
    last_name: 'Ørret',
  }),
  idDots: person({
    type: 'customer',
    customer_id: '..',
    created_at: '2020-01-09T10:00:00.000Z',
    first_name: 'Punktum',
    last_name: 'Punktum',
  }),
  idTraversal: person({
    type: 'customer',
    customer_id: '../../settings',
    created_at: '2020-01-10T10:00:00.000Z',
    first_name: 'Trav',
    last_name: 'Erser',
  }),
  /** A customer_id that many APIs use as the name of an endpoint. */
  idTotal: person({
    type: 'customer',
    customer_id: 'total',
    created_at: '2020-01-11T10:00:00.000Z',
    first_name: 'Total',
    last_name: 'Summen',
  }),
  idBackslash: person({
    type: 'customer',
    customer_id: 'a\\b"c\'d;e',
    created_at: '2020-01-12T10:00:00.000Z',
    first_name: 'Bak',
    last_name: 'Strek',
  }),
}

const names = {
  nameOneLetter: person({
    type: 'customer',
    customer_id: 'S-00001',
    created_at: '2019-02-01T10:00:00.000Z',
    first_name: 'Ø',
    last_name: 'Å',
  }),
  nameLong: person({
    type: 'customer',
    customer_id: 'S-00002',
    created_at: '2019-02-02T10:00:00.000Z',
    first_name: 'Wolfeschlegelstein'.repeat(12).slice(0, 200),
    last_name: 'Hansen',
  }),
  nameRightToLeft: person({
    type: 'customer',
    customer_id: 'S-00003',
    created_at: '2019-02-03T10:00:00.000Z',
    first_name: 'مريم',
    last_name: 'שרה כהן',
  }),
  nameBidi: person({
    type: 'customer',
    customer_id: 'S-00004',
    created_at: '2019-02-04T10:00:00.000Z',
    first_name: 'Kari\u202Egnitset',
    last_name: 'Nord\u2066mann\u200B',
  }),
  nameHtml: person(
    {
      type: 'customer',
      customer_id: 'S-00005',
      created_at: '2019-02-05T10:00:00.000Z',
      first_name: script,
      last_name: '<img src=x onerror=alert(1)>',
      status: '<b>active</b>',
      favorite_store: '"><svg/onload=alert(2)>',
      gender: '{{7*7}}',
      enrolled_by: { type: '<i>type</i>', value: 'javascript:alert(3)' },
      marketing_consent: { [script]: { consent: true, updated_at: '2026-03-01T00:00:00Z' } },
      addresses: [
        {
          address_line: script,
          address_line_2: '&lt;b&gt;',
          postal_code: '0000',
          postal_place: script,
          country: 'NO',
          type: 'custom',
          custom_type: script,
          comment: script,
        },
      ],
      company: {
        bussiness_name: script,
        department: script,
        industry: script,
        website: 'javascript:alert(5)',
        number_of_employees: '<b>5</b>',
      },
      attributes: { favorite_sport: script, [script]: script },
      metadata: { '<u>key</u>': script },
    },
    { tokens: [namedToken('html', '<i>card</i>', script, { metadata: { mask_pan: script } })] },
  ),
  nameFormula: person({
    type: 'customer',
    customer_id: '=1+1',
    created_at: '2019-02-06T10:00:00.000Z',
    first_name: '=HYPERLINK("https://example.org")',
    last_name: '@SUM(A1)',
    email: '+plus@example.org',
  }),
  /** å as a letter with a combining ring (Unicode NFD). */
  nameDecomposed: person({
    type: 'customer',
    customer_id: 'S-00006',
    created_at: '2019-02-07T10:00:00.000Z',
    first_name: 'A\u030Ase',
    last_name: 'Skår',
  }),
  nameWhitespace: person({
    type: 'customer',
    customer_id: 'S-00007',
    created_at: '2019-02-08T10:00:00.000Z',
    first_name: '  Tor  ',
    last_name: '\tLinje\nskift',
  }),
  nameEmpty: person({
    type: 'customer',
    customer_id: 'S-00008',
    created_at: '2019-02-09T10:00:00.000Z',
    first_name: '',
    last_name: '',
    email: '',
  }),
}

const forty = Array.from({ length: 40 }, (_, at) =>
  namedToken(
    `forty ${at}`,
    at % 3 === 0 ? 'payment_card' : 'membership_card',
    `2400999${String(at).padStart(4, '0')}`,
    {
      created_at: new Date(Date.parse('2021-01-01T00:00:00.000Z') + at * 86_400_000).toISOString(),
      ...(at % 3 === 0
        ? { metadata: { mask_pan: `541275******${1000 + at}`, exp_month: (at % 12) + 1, exp_year: 2020 + (at % 10) } }
        : {}),
      ...(at % 5 === 4 ? { deleted_at: '2024-05-05T05:05:05.000Z' } : {}),
    },
  ),
)

const shapes = {
  /** Only the two properties that the contract requires: not even an `id`, so a page that ends here has no cursor. */
  bare: person(
    { type: 'customer', customer_id: 'S-00100', created_at: '2018-03-01T10:00:00.000Z' },
    { hidden: ['id', 'created_at', 'created_by', 'updated_at'] },
  ),
  nulls: person({
    type: 'customer',
    customer_id: 'S-00101',
    created_at: '2018-03-02T10:00:00.000Z',
    first_name: null,
    last_name: null,
    email: null,
    phone_number: null,
    gender: null,
    date_of_birth: null,
    status: null,
    favorite_store: null,
  }),
  twelveAddresses: person({
    type: 'customer',
    customer_id: 'S-00102',
    created_at: '2018-03-03T10:00:00.000Z',
    first_name: 'Flytte',
    last_name: 'Glad',
    addresses: Array.from({ length: 12 }, (_, at) => ({
      address_line: `Flytteveien ${at + 1}`,
      postal_code: '0150',
      postal_place: 'Oslo',
      country: at === 11 ? 'SE' : 'NO',
      type: at % 2 === 0 ? 'custom' : 'home',
      ...(at % 2 === 0 ? { custom_type: `Hytte ${at}` } : {}),
    })),
  }),
  noAddresses: person({
    type: 'customer',
    customer_id: 'S-00103',
    created_at: '2018-03-04T10:00:00.000Z',
    first_name: 'Hjem',
    last_name: 'Løs',
    addresses: [],
  }),
  fortyTokens: person(
    {
      type: 'customer',
      customer_id: 'S-00104',
      created_at: '2018-03-05T10:00:00.000Z',
      first_name: 'Kort',
      last_name: 'Samler',
    },
    { tokens: forty, tags: ['Medlem', 'VIP', 'Student', 'Pensjonist', 'Skiklubben', 'Turvenner'] },
  ),
  thirtyAttributes: person({
    type: 'customer',
    customer_id: 'S-00105',
    created_at: '2018-03-06T10:00:00.000Z',
    first_name: 'Egen',
    last_name: 'Skap',
    attributes: {
      ...Object.fromEntries(
        Array.from({ length: 24 }, (_, at) => [`felt_${at + 1}`, at % 2 === 0 ? at : `verdi ${at}`]),
      ),
      interests: ['Ski', 'Padel', 'Ski'],
      nothing: null,
      'key with, comma': 'a,b',
      yes: true,
      half: 0.5,
      nested: { deep: [1, { deeper: ['<b>x</b>', null, { deepest: true }] }] },
    },
  }),
  ancient: person({
    type: 'customer',
    customer_id: 'S-00106',
    created_at: '2018-03-07T10:00:00.000Z',
    first_name: 'Gamle',
    last_name: 'Erik',
    date_of_birth: '1899-12-31',
    /** The first terms of the account, which are on its second page. */
    term: { id: termId('T12345678', 0), accepted_at: '2018-03-07T10:00:00.000Z' },
  }),
  leapDay: person({
    type: 'customer',
    customer_id: 'S-00107',
    created_at: '2018-03-08T10:00:00.000Z',
    first_name: 'Skudd',
    last_name: 'Dag',
    date_of_birth: '2000-02-29',
    /** Terms that were deleted after they were accepted. */
    term: { id: formerTermId('T12345678'), accepted_at: '2019-09-01T10:00:00.000Z' },
  }),
  bornToday: person({
    type: 'customer',
    customer_id: 'S-00108',
    created_at: '2018-03-09T10:00:00.000Z',
    first_name: 'Født',
    last_name: 'Nylig',
    date_of_birth: '2026-11-20',
  }),
  badWebsite: person({
    type: 'company',
    customer_id: 'S-00109',
    created_at: '2018-03-10T10:00:00.000Z',
    company: {
      bussiness_name: 'Skript & Sønner AS',
      website: 'javascript:alert(document.domain)',
      organization_number: '7',
      number_of_employees: 'mange',
    },
    enrolled_by: { type: 'url', value: 'data:text/html,<script>alert(4)</script>' },
  }),
  /** Channels that Dintero added in 2025-07, and a channel without a time. */
  manyChannels: person({
    type: 'customer',
    customer_id: 'S-00110',
    created_at: '2018-03-11T10:00:00.000Z',
    first_name: 'Kanal',
    last_name: 'Velger',
    marketing_consent: {
      sms: { consent: false, updated_at: '2018-03-11T10:00:00Z' },
      email: { consent: true },
      push: { consent: true, updated_at: '2025-08-01T10:00:00.123456Z' },
      'brev i posten': { consent: false, updated_at: '2026-01-01T00:00:00+01:00' },
      __proto_like__: { consent: true, updated_at: '2026-02-01T00:00:00Z' },
    },
  }),
  neverAsked: person({
    type: 'customer',
    customer_id: 'S-00111',
    created_at: '2018-03-12T10:00:00.000Z',
    first_name: 'Aldri',
    last_name: 'Spurt',
    marketing_consent: {},
  }),
  idChanged: person({
    type: 'customer',
    customer_id: 'S-00112',
    created_at: '2018-03-13T10:00:00.000Z',
    updated_at: '2025-03-04T10:11:12.131415Z',
    first_name: 'Ny',
    last_name: 'Nøkkel',
    metadata: {
      'dintero_change_customer_id_1741083072131.9f2c4e': {
        old: 'S-OLD-7',
        new: 'S-00112',
        created_at: '2025-03-04T10:11:12.131Z',
        created_by: '7be04f1c-56a0-4c1e-9d2b-0f8a5e3c1d77',
      },
      'dintero_change_customer_id_1609459200000.0a1b2c': {
        old: 'S-OLDER-3',
        new: 'S-OLD-7',
        created_at: '2021-01-01T00:00:00.000Z',
        created_by: '1c92f7e1-2897-4d46-bdcc-c127a914fb4e',
      },
      loyalty: { level: 3, history: [1, 2, 3] },
    },
  }),
  phoneWithoutPlus: person({
    type: 'customer',
    customer_id: 'S-00113',
    created_at: '2018-03-14T10:00:00.000Z',
    first_name: 'Pluss',
    last_name: 'Løs',
    phone_number: '4742999001',
  }),
  swede: person({
    type: 'customer',
    customer_id: 'S-00114',
    created_at: '2018-03-15T10:00:00.000Z',
    first_name: 'Göran',
    last_name: 'Åkerström',
    phone_number: '+46701740605',
    addresses: [{ address_line: 'Drottninggatan 1', postal_code: '111 51', postal_place: 'Stockholm', country: 'SE' }],
  }),
  emailInCapitals: person({
    type: 'customer',
    customer_id: 'S-00115',
    created_at: '2018-03-16T10:00:00.000Z',
    first_name: 'Stor',
    last_name: 'Skrift',
    email: 'STOR.Skrift@EXAMPLE.NO',
  }),
  emailAsId: person({
    type: 'customer',
    customer_id: 'brev@example.no',
    created_at: '2018-03-17T10:00:00.000Z',
    first_name: 'Brev',
    last_name: 'Due',
    email: 'brev.due@example.no',
  }),
  /** A contact of a company that does not exist. */
  danglingContact: person({
    type: 'contact',
    customer_id: 'S-00116',
    created_at: '2018-03-18T10:00:00.000Z',
    first_name: 'Løs',
    last_name: 'Ende',
    contact_for: [{ customer_id: 'B-00000' }, { customer_id: 'S-00109' }],
  }),
  /** Undocumented properties. */
  unknownProperties: person({
    type: 'customer',
    customer_id: 'S-00117',
    created_at: '2018-03-19T10:00:00.000Z',
    first_name: 'Frem',
    last_name: 'Tiden',
    loyalty_tier: { name: 'gold', since: 2031 },
    nickname: 'Framtia',
    flags: [true, null, 3],
  }),
}

export const strangePeople = { ...ids, ...names, ...shapes }
