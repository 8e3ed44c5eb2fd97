import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { recogniseDeskUrl } from '@/lib/customers/links/recognise-desk-url'

const origin = 'https://desk.example.com'
const recognise = (text: string) => recogniseDeskUrl(text, origin)

describe('recogniseDeskUrl', () => {
  it.each([
    ['/T12345678/customers', 'T12345678', null],
    ['/P12345678/customers?search=nora&type=any', 'P12345678', null],
    ['/T12345678/customers?search=nora&record=K-1', 'T12345678', 'K-1'],
    ['/T12345678/customers/K-214907', 'T12345678', 'K-214907'],
    ['/T12345678/customers/a%2Fb?section=raw', 'T12345678', 'a/b'],
    ['/T12345678/activity?kind=open', 'T12345678', null],
    ['/T12345678/find?phone=42140318', 'T12345678', null],
  ])('%s points into an account', (path, account, record) => {
    expect(recognise(origin + path)).toEqual({ href: path, account, record })
    expect(recognise(`  ${origin}${path}\n`)).toEqual({ href: path, account, record })
  })

  it('takes the host in any case, and leaves the place within a page out', () => {
    expect(recognise('HTTPS://Desk.Example.com/T12345678/customers#x')?.href).toBe('/T12345678/customers')
  })

  it.each([
    'https://desk.example.com.evil.example/T12345678/customers',
    'http://desk.example.com/T12345678/customers',
    'https://user@desk.example.com/T12345678/customers',
    'https://desk.example.com/',
    'https://desk.example.com/sign-in?callbackUrl=/T12345678/customers',
    'https://desk.example.com/api/accounts/T12345678/customers',
    'https://desk.example.com//evil.example/T12345678/customers',
    'https://desk.example.com/T12345678/customers/K-1/other',
    'https://desk.example.com/T1/customers',
    'https://backoffice.dintero.com/T12345678/customers/K-1',
    '/T12345678/customers',
    'nora https://desk.example.com/T12345678/customers',
    'https://desk.example.com/T12345678/customers/%E0',
  ])('%s is none', (text) => expect(recognise(text)).toBeNull())

  it('gives a path of this product alone, whatever the text', () => {
    const end = fc.string({ unit: 'binary', maxLength: 60 })
    fc.assert(
      fc.property(
        fc.oneof(
          end,
          end.map((text) => `${origin}/T12345678/customers${text}`),
        ),
        (text) => {
          const found = recognise(text)
          if (!found) return
          expect(found.href).toMatch(/^\/[PT]\d{8}\/(customers|activity)/)
          expect(new URL(found.href, origin).origin).toBe(origin)
        },
      ),
    )
  })
})
