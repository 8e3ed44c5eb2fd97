import fc from 'fast-check'
import { expect, it } from 'vitest'
import { visibleText } from '@/components/ui/text'
import { parseCustomerSearchParams } from '@/lib/customers/filters/parse-customer-query'
import { mailLink, phoneLink } from '@/lib/customers/format/contact-links'
import { isOrganizationNumber } from '@/lib/customers/format/organization-number'
import { safeLink } from '@/lib/customers/format/website'
import { cleanSearchParams } from '@/lib/customers/links/clean-search-params'
import { isPaymentCardNumber } from '@/lib/customers/model/payment-card'
import { cleanText } from '@/lib/customers/search-text/clean/clean-text'
import { completionsAt } from '@/lib/customers/search-text/operators/complete'
import { parseSearchText } from '@/lib/customers/search-text/parse'
import { recogniseEmail } from '@/lib/customers/search-text/recognise-email'
import { recognisePhone } from '@/lib/customers/search-text/recognise-phone'
import { vocabulary } from '@/lib/customers/search-text/vocabulary-for-tests'

/** Every function that matches untrusted text by patterns: eight times the text may take about eight times the time. */
const readers: Record<string, (text: string) => unknown> = {
  parseSearchText: (text) => parseSearchText(text, vocabulary),
  parseCustomerSearchParams: (text) =>
    parseCustomerSearchParams(
      new URLSearchParams({ search: text, email: text, phone_number: text, since_datetime: text }),
    ),
  cleanText,
  cleanSearchParams: (text) =>
    cleanSearchParams(new URLSearchParams({ email: text, phone_number: text, search: text }), vocabulary),
  completionsAt: (text) => completionsAt(text, text.length, vocabulary),
  recogniseEmail,
  recognisePhone: (text) => recognisePhone(text, ['NO', 'SE', 'DK', 'FI']),
  isOrganizationNumber,
  isPaymentCardNumber,
  mailLink,
  phoneLink,
  safeLink,
  visibleText,
}

const few = 4_000
const many = 32_000
/** Linear time gives a factor of 8, quadratic time 64; times below `noiseMs` are noise. */
const mostTimes = 28
const noiseMs = 0.3

/** Milliseconds of work and not of waiting: a busy machine takes as many. */
function quickestMs(read: (text: string) => unknown, text: string): number {
  const times = Array.from({ length: 4 }, () => {
    const start = process.cpuUsage()
    read(text)
    const { user, system } = process.cpuUsage(start)
    return (user + system) / 1_000
  })
  return Math.min(...times)
}

const piece = fc.constantFrom(
  'a',
  '1',
  ' ',
  '1 ',
  'a ',
  '@',
  'a@',
  'a.',
  '<',
  '"',
  'attr:"',
  '"=',
  '+',
  '(',
  '-',
  '\u202E',
  'a:',
  'Tlf:',
  "'",
  'Hr. ',
  ', ',
  '1-',
  '%40',
  '\\',
)
const hostile = fc.tuple(fc.array(piece, { minLength: 1, maxLength: 3 }), fc.constantFrom('', '!', ' x', '@', '"', '>'))

/** Takes both lengths of a hostile text, and expects of the reader that its time grows as the text does. */
function expectLinearTime(
  read: (text: string) => unknown,
  textOf: (seed: string, end: string, length: number) => string,
  [short, long]: [number, number],
  noise: number,
): void {
  fc.assert(
    fc.property(hostile, ([pieces, end]) => {
      const text = (length: number) => textOf(pieces.join(''), end, length)
      const isInProportion = () =>
        quickestMs(read, text(long)) / Math.max(noise, quickestMs(read, text(short))) < mostTimes
      // A busy machine may hold up one comparison; what takes quadratic time fails all of them.
      expect(
        Array(5)
          .fill(isInProportion)
          .some((compare) => compare()),
      ).toBe(true)
    }),
    { numRuns: 60 },
  )
}

const repeated = (seed: string, length: number) => seed.repeat(Math.ceil(length / seed.length))

it.each(Object.entries(readers))('%s takes time in proportion to its text', (_, read) =>
  expectLinearTime(read, (seed, end, length) => repeated(seed, length) + end, [few, many], noiseMs),
)

/** The longest texts that are looked at are shorter than those above, which are refused for their length. */
it.each([
  ['cleanText', cleanText],
  ['parseSearchText', (text: string) => parseSearchText(text, vocabulary)],
])('%s takes time in proportion to a text that is not too long', (_, read) =>
  expectLinearTime(
    read,
    (seed, end, length) => (repeated(seed, length) + end).slice(0, length),
    [250, 2_000],
    noiseMs / 3,
  ),
)
