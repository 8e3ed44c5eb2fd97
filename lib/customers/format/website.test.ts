import { expect, it } from 'vitest'
import { safeLink } from '@/lib/customers/format/website'

it.each([
  ['https://www.example.no/a', 'https://www.example.no/a'],
  ['http://example.no', 'http://example.no/'],
  ['javascript:alert(1)', null],
  ['JaVaScRiPt:alert(1)', null],
  [' javascript:alert(1)', null],
  ['data:text/html,x', null],
  ['www.example.no', null],
  ['//example.no', null],
  ['', null],
  [undefined, null],
])('%j links to %j', (text, link) => {
  expect(safeLink(text)).toBe(link)
})
