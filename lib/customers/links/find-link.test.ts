import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseFindLink } from '@/lib/customers/links/find-link'
import { recogniseEmail } from '@/lib/customers/search-text/recognise-email'
import { recognisePhone } from '@/lib/customers/search-text/recognise-phone'

const recognisers = {
  recogniseEmail,
  recognisePhone: (text: string) => recognisePhone(text, ['NO', 'SE', 'DK', 'FI']),
}
const parse = (query: string | URLSearchParams) => parseFindLink('T12345678', new URLSearchParams(query), recognisers)
/** What an address without problems names. */
const targetOf = (query: string | URLSearchParams) => {
  const { targets, problems } = parse(query)
  expect(problems).toEqual([])
  expect(targets).toHaveLength(1)
  return targets[0]
}

describe('a number', () => {
  it.each([
    '+4742140318',
    '%2B4742140318',
    '%252B4742140318',
    ' 4742140318',
    '004742140318',
    '42140318',
    '4742140318',
    '+47 421 40 318',
    '42 14 03 18',
    '(+47) 42140318',
    '+47-421-40-318',
    'tel:+4742140318',
    'tel:+47-421-40-318;ext=12',
    'tel%3A%2B4742140318',
    'tel:%2B4742140318',
    'callto:42140318',
    'sip:+4742140318@pbx.example.no',
    'sip:42140318@10.0.0.1:5060;transport=tcp',
    '"Nora" <sip:4742140318@pbx.example.no>',
    '\u202a+47\u00a042\u00a014\u00a003\u00a018\u202c',
    '\u0002+4742140318\u0007',
    'Tlf: 42 14 03 18',
  ])('%j is found as Dintero holds it', (phone) => {
    expect(targetOf(`phone=${phone}`)).toEqual({
      name: 'phone',
      value: '+4742140318',
      href: '/T12345678/customers?phone_number=%2B4742140318&type=any&open=sole',
    })
  })

  it.each([
    [' 46701234567', '+46701234567'],
    ['+46701234567', '+46701234567'],
    ['0046 70 123 45 67', '+46701234567'],
    ['+1 202 555 0123', '+12025550123'],
  ])('%j of another country keeps its country', (phone, value) => {
    expect(targetOf(`phone=${phone}`)?.value).toBe(value)
  })

  it.each([
    '',
    '+',
    'anonymous',
    'Anonymous',
    'Unknown Caller',
    'No Caller ID',
    'Private',
    'sip:anonymous@anonymous.invalid',
    'Skjult nummer',
    'ukjent',
  ])('%j is one that the caller hides', (phone) => {
    expect(parse(`phone=${phone}`)).toMatchObject({ targets: [], problems: [], unread: {}, isHidden: true })
  })
})

describe('an email and an id', () => {
  it.each([
    'nora.b+desk@example.no',
    'mailto:nora.b%2Bdesk@example.no',
    'Nora <nora.b%2Bdesk@example.no>',
    ' nora.b%2Bdesk@example.no ',
  ])('%j is an email', (email) => {
    expect(targetOf(`email=${email}`)).toEqual({
      name: 'email',
      value: 'nora.b+desk@example.no',
      href: '/T12345678/customers?email=nora.b%2Bdesk@example.no&type=any&open=sole',
    })
  })

  it('an id is that of a record, whatever it holds', () => {
    expect(targetOf(new URLSearchParams({ customer_id: ' a/b?c=#ø ' }))?.href).toBe(
      '/T12345678/customers/a%2Fb%3Fc%3D%23%C3%B8',
    )
  })

  it.each(['..', '.', 'a\u0000b', 'a\nb', '\ud800', 'x'.repeat(256)])('%j is no id', (customer_id) => {
    expect(parse(new URLSearchParams({ customer_id })).targets.map(({ href }) => href)).toEqual(
      // A URL carries half a surrogate pair as the replacement character, which an id may hold.
      customer_id === '\ud800' ? ['/T12345678/customers/%EF%BF%BD'] : [],
    )
  })
})

describe('a receipt and a card', () => {
  it('leads from the number on the paper to the page of its receipts', () => {
    expect(targetOf('receipt= A 1/2 ')?.href).toBe('/T12345678/receipts/A%201%2F2')
  })

  it.each(['2400000000214907', ' 2400 0000 0021 4907 '])('leads from the card %j to its owners', (card) => {
    expect(targetOf(new URLSearchParams({ card }))?.href).toBe(
      '/T12345678/customers?type=any&token_value=2400000000214907&open=sole',
    )
  })

  it('keeps the spaces of a card that has letters', () => {
    expect(targetOf('card=gold%2012')?.value).toBe('gold 12')
  })

  it.each([
    ['receipt=4242 4242 4242 4242', 'receipt', 'invalid'],
    [`receipt=${'1'.repeat(101)}`, 'receipt', 'invalid'],
    ['receipt=..', 'receipt', 'invalid'],
    ['receipt=1%0A2', 'receipt', 'invalid'],
    ['card=1%002', 'card', 'invalid'],
    [`card=${'1'.repeat(10_000)}`, 'card', 'invalid'],
  ])('%.40s names what is wrong with it', (query, field, reason) => {
    expect(parse(query).problems).toMatchObject([{ field, reason }])
  })

  it('knows no receipt where purchases are switched off', () => {
    const { known, problems } = parseFindLink('T12345678', new URLSearchParams('receipt=1'), {
      ...recognisers,
      hiddenSections: ['purchases'],
    })
    expect(known).toEqual(['phone', 'email', 'customer_id', 'card'])
    expect(problems).toMatchObject([{ field: 'receipt', reason: 'unknown' }])
  })
})

describe('a link of a helpdesk', () => {
  it('may leave parameters empty that it knows no value for', () => {
    expect(targetOf('phone=&email=nora@example.no&customer_id= ')?.name).toBe('email')
    expect(targetOf('phone=anonymous&email=nora@example.no')?.name).toBe('email')
  })

  it('that names two customers leaves the choice to the person', () => {
    const { targets, problems } = parse('phone=42140318&email=nora@example.no')
    expect([targets.map(({ name }) => name), problems]).toEqual([['phone', 'email'], []])
  })

  it('that names nobody has no target', () => {
    const nobody = { targets: [], problems: [], unread: {}, isHidden: false }
    expect(parse('')).toMatchObject(nobody)
    expect(parse('email=')).toMatchObject(nobody)
  })

  it.each([
    ['phone=101', 'phone', 'invalid'],
    ['phone=42140318&phone=42140319', 'phone', 'doubled'],
    ['phone=42140318 42140319', 'phone', 'invalid'],
    [`phone=${'4'.repeat(10_000)}`, 'phone', 'invalid'],
    [`email=${'a'.repeat(10_000)}@example.no`, 'email', 'invalid'],
    ['email=<script>alert(1)</script>', 'email', 'invalid'],
    ['phone=%0042140318', 'phone', 'invalid'],
    ['number=42140318', 'number', 'unknown'],
    ['phone=42140318&limit=5', 'limit', 'unknown'],
    ['__proto__=1', '__proto__', 'unknown'],
  ])('%.40s names what is wrong with it', (query, field, reason) => {
    expect(parse(query).problems).toMatchObject([{ field, reason }])
  })
})

describe('our own scheme', () => {
  it.each([
    'web+desk:phone=+4742140318',
    'web+desk:?phone=42140318',
    'web+desk://phone=%2B47 42 14 03 18',
    'WEB+DESK:phone=tel:42140318',
  ])('%s names a customer as the address does', (link) => {
    expect(targetOf(new URLSearchParams({ link }))?.value).toBe('+4742140318')
  })

  it.each(['https://example.com/?phone=42140318', 'web+desk:', 'web+desk:nora', 'javascript:alert(1)'])(
    '%s is none',
    (link) => {
      expect(parse(new URLSearchParams({ link })).targets).toEqual([])
    },
  )

  it('stands alone', () => {
    expect(parse('link=web%2Bdesk:phone=42140318&phone=42140319').problems).toMatchObject([
      { field: 'link', reason: 'unknown' },
    ])
  })
})

it('leads to a path of the account, whatever it is given', () => {
  const names = fc.constantFrom('phone', 'email', 'customer_id', 'receipt', 'card', 'link', 'x')
  fc.assert(
    fc.property(fc.array(fc.tuple(names, fc.string({ unit: 'binary' })), { maxLength: 3 }), (pairs) => {
      const { targets } = parse(new URLSearchParams(pairs.map(([name, text]) => [name, text.toWellFormed()])))
      for (const { href } of targets) {
        const url = new URL(href, 'https://desk.example.com')
        expect(url.origin).toBe('https://desk.example.com')
        expect(url.pathname).toMatch(/^\/T12345678\/(?:customers|customers\/[^/]+|receipts\/[^/]+)$/)
      }
    }),
  )
})
