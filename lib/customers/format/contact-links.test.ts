import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mailLink, phoneLink } from '@/lib/customers/format/contact-links'

describe('phoneLink', () => {
  it.each([
    ['+4791240318', 'tel:+4791240318'],
    ['+47 912 40 318', 'tel:+4791240318'],
    ['4742999001', 'tel:4742999001'],
    ['*21*99999999#', null],
    ['ring meg', null],
    ['', null],
  ])('%s', (text, link) => {
    expect(phoneLink(text)).toBe(link)
  })
})

describe('mailLink', () => {
  it.each([
    ['nora@example.no', 'mailto:nora@example.no'],
    ['+plus@example.org', 'mailto:%2Bplus@example.org'],
    ['a@b.no?subject=x&bcc=y@z.no', null],
    ['a@b.no?bcc=x', 'mailto:a@b.no%3Fbcc%3Dx'],
    ['a@b.no,c@d.no', null],
    ['nobody', null],
  ])('%s', (text, link) => {
    expect(mailLink(text)).toBe(link)
  })

  it('never throws, and never adds a mail header', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (name, host) => {
        expect(mailLink(`${name}@${host}`) ?? '').not.toMatch(/[?&\s]/)
      }),
    )
  })
})
