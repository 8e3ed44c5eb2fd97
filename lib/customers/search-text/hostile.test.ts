import fc from 'fast-check'
import { expect, it } from 'vitest'
import { visibleText } from '@/components/ui/text'
import { parseCustomerSearchParams } from '@/lib/customers/filters/parse-customer-query'
import { mailLink, phoneLink } from '@/lib/customers/format/contact-links'
import { isOrganizationNumber } from '@/lib/customers/format/organization-number'
import { safeLink } from '@/lib/customers/format/website'
import { isPaymentCardNumber } from '@/lib/customers/model/payment-card'
import { completionsAt } from '@/lib/customers/search-text/complete'
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
  completionsAt: (text) => completionsAt(text, text.length, vocabulary),
  recogniseEmail,
  recognisePhone: (text) => recognisePhone(text, 'NO'),
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

function quickestMs(read: (text: string) => unknown, text: string): number {
  const times = Array.from({ length: 4 }, () => {
    const startMs = performance.now()
    read(text)
    return performance.now() - startMs
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
  '\\',
)
const hostile = fc.tuple(fc.array(piece, { minLength: 1, maxLength: 3 }), fc.constantFrom('', '!', ' x', '@', '"', '>'))

it.each(Object.entries(readers))('%s takes time in proportion to its text', (_, read) => {
  fc.assert(
    fc.property(hostile, ([pieces, end]) => {
      const seed = pieces.join('')
      const text = (length: number) => seed.repeat(Math.ceil(length / seed.length)) + end
      const isInProportion = () =>
        quickestMs(read, text(many)) / Math.max(noiseMs, quickestMs(read, text(few))) < mostTimes
      // A busy machine may hold up one comparison; what takes quadratic time fails all of them.
      expect(
        Array(5)
          .fill(isInProportion)
          .some((compare) => compare()),
      ).toBe(true)
    }),
    { numRuns: 60 },
  )
})
