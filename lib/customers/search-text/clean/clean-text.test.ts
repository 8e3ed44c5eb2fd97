import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanText } from '@/lib/customers/search-text/clean/clean-text'
import {
  anyFrames,
  emailFrames,
  type Frame,
  idFrames,
  nameFrames,
  phoneFrames,
} from '@/lib/customers/search-text/clean/frames-for-tests'
import { parseSearchText } from '@/lib/customers/search-text/parse'
import { vocabulary } from '@/lib/customers/search-text/vocabulary-for-tests'

const parse = (text: string) => {
  const { parsed, problems } = parseSearchText(text, vocabulary)
  return problems.length > 0 ? problems.map(({ kind }) => kind) : parsed.filters
}
const lowerCase = (filters: unknown) => JSON.parse(JSON.stringify(filters).toLowerCase())

const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{${length}}$`))
/** Norwegian numbers of eight digits; one that begins with 47 could also be one with its calling code. */
const phone = digits(7)
  .map((rest) => `+474${rest}`)
  .filter((number) => !number.startsWith('+4747'))
const name = fc.constantFrom('Nora Bjørgum', 'Per Åge Hagen', 'Astrid Lie', 'Siân O’Neill', 'Ole-Jørgen Dahl')
const email = fc
  .tuple(fc.stringMatching(/^[a-z]{2,8}([._+-][a-z0-9]{1,8}){0,2}$/), fc.constantFrom('example.no', 'post.example.com'))
  .map((halves) => halves.join('@'))
const id = fc.tuple(fc.constantFrom('K', 'B', 'C', 'KUNDE'), digits(6)).map((halves) => halves.join('-'))

/** Two frames, the one of the value itself and one that may stand around any. */
const framed = (frames: readonly Frame[]) => {
  // `*nora*` asks for what holds it, which Dintero cannot do; the box says so.
  // A name in straight quotes is a phrase.
  const around = anyFrames.filter(([name]) => frames !== nameFrames || !['bold text', 'straight quotes'].includes(name))
  const within = around.filter(([name]) => !['a quoted mail', 'straight quotes'].includes(name))
  return fc.tuple(fc.constantFrom(...within, ...frames), fc.constantFrom(...around))
}

const isFound = (values: fc.Arbitrary<string>, frames: readonly Frame[], wanted: (value: string) => unknown) =>
  fc.assert(
    fc.property(values, framed(frames), (value, [[, inner], [, outer]]) => {
      const text = outer(inner(value))
      expect({ text, filters: lowerCase(parse(text)) }).toEqual({ text, filters: lowerCase(wanted(value)) })
    }),
    { numRuns: 1500 },
  )

describe('a value in any frame is found', () => {
  it('an email', () => isFound(email, emailFrames, (value) => ({ email: value })))
  it('a phone number', () => isFound(phone, phoneFrames, (value) => ({ phone_number: value })))
  it('a customer id', () => isFound(id, idFrames, (value) => ({ search: value })))
  it('a name', () => isFound(name, nameFrames, (value) => ({ search: value.replace('’', "'") })))
})

describe('a text that people write', () => {
  it.each([
    ['a@b.no?subject=Hei', { email: 'a@b.no' }],
    ['email:a@b.no?subject=Hei', { email: 'a@b.no' }],
    ['kari@example.no 42 14 03 18', { email: 'kari@example.no' }],
    ['phone:42 14 03 18 type:company', { phone_number: '+4742140318', type: 'company' }],
    ['type:company Tlf: 42 14 03 18', { phone_number: '+4742140318', type: 'company' }],
    ['phone:42140318 nord', { phone_number: '+4742140318', search: 'nord' }],
    ['Kundenr: 42140318', { search: '42140318' }],
    ['Kundenr: 214907', { search: '214907' }],
    ['Tlf: 4214 03', { search: '+47421403' }],
    ['Nora B', { search: 'Nora B' }],
    ['Født 17.04.1991', { search: 'Født 17.04.1991' }],
    ['Dr. Greve AS', { search: 'Dr. Greve AS' }],
    ['Nordby Bygg, AS', { search: 'Nordby Bygg, AS' }],
    ['Rema 1000 (Oslo)', { search: 'Rema 1000 (Oslo)' }],
    ['kunde 12 34', { search: 'kunde 12 34' }],
    ['987 654 321', { search: '987654321' }],
    ['kari@example.no OR ola@example.no', ['not_offered']],
    ['kari@example.no -vip', ['not_offered']],
    ['Kort: 4242 4242 4242 4242 takk', ['payment_card']],
    ['no\u202era', { search: 'nora' }],
    ['()', { search: '()' }],
  ])('%j', (text, wanted) => {
    expect(parse(text)).toEqual(wanted)
  })
})

const part = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 6 }),
  fc.constantFrom(
    ...'( ) [ ] < > " “ ” « » \' * - • . , ; : ? = @ Tlf: E-post: Hr. id: mailto: %40 42140318 K-12345'.split(' '),
  ),
  fc.constantFrom(' ', '\u00a0', '\u200b', '\u0301'),
)
const anyText = fc.array(part, { maxLength: 12 }).map((all) => all.join(''))

it('cleaning a clean text changes nothing', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const clean = cleanText(text).text
      expect(cleanText(clean).text).toBe(clean)
    }),
    { numRuns: 5000 },
  )
})

it('what was found is found again', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const { parsed, problems } = parseSearchText(text, vocabulary)
      const { email, phone_number, search } = parsed.filters
      const [value] = [email, phone_number, search].filter((one) => typeof one === 'string')
      if (problems.length > 0 || value === undefined || value === '?' || `${text}${value}`.includes('"')) return
      // Behind its label digits are an id, and alone they may be a number; a value may also begin as an operator does.
      const again = parse(value)
      if (parsed.interpretation !== 'id' && !Array.isArray(again)) expect(again).toEqual(parsed.filters)
    }),
    { numRuns: 5000 },
  )
})
