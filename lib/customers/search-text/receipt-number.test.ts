import { describe, expect, it } from 'vitest'
import { toLineQuery } from '@/components/customers/scan/line-query'
import { completionsAt } from '@/lib/customers/search-text/operators/complete'
import { parseSearchText } from '@/lib/customers/search-text/parse'
import { vocabulary } from '@/lib/customers/search-text/vocabulary-for-tests'

const parse = (text: string, more = {}) => parseSearchText(text, { ...vocabulary, ...more })
const hidden = { hiddenSections: ['purchases'] }

describe('the number of a receipt', () => {
  it.each(['receipt:12345', 'Receipt: 12345', 'kvittering:12345', ' receipt:"12345" '])('is taken from %j', (text) => {
    expect(parse(text)).toEqual({ parsed: { filters: {}, interpretation: 'none', receipt: '12345' }, problems: [] })
  })

  it('may be any text', () => {
    expect(parse('receipt:"A 1/2"').parsed.receipt).toBe('A 1/2')
    expect(parse(`receipt:${'9'.repeat(101)}`).problems).toMatchObject([{ kind: 'too_long', expected: ['100'] }])
    expect(parse('receipt:4242424242424242').problems).toMatchObject([{ kind: 'payment_card' }])
    expect(parse('receipt:').problems).toMatchObject([{ kind: 'no_value', expected: ['receipt:214907'] }])
  })

  it.each(['receipt:1 nora', 'nora receipt:1', 'receipt:1 type:company', 'receipt: 1 2'])(
    'stands alone, and not as in %j',
    (text) => {
      expect(parse(text).problems).toMatchObject([{ kind: 'alone', value: 'receipt:' }])
    },
  )

  it('is no query of customers among pasted lines', () => {
    const { parsed, problems } = parse('receipt:12345')
    expect(toLineQuery({ ...parsed, problems }, 'T12345678')).toBeNull()
  })

  it('is no operator where purchases are switched off', () => {
    expect(parse('receipt:12345', hidden).problems).toMatchObject([{ kind: 'unknown_operator' }])
    expect(parse('receipt:12345', hidden).problems[0]?.expected).not.toContain('receipt:')
    const offered = (more = {}) =>
      completionsAt('rec', 3, { ...vocabulary, ...more }).options.map(({ insert }) => insert)
    expect([offered(), offered(hidden)]).toEqual([['receipt:'], []])
  })
})
