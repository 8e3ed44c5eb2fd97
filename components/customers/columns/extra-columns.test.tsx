import { flexRender, useTable } from '@tanstack/react-table'
import { cleanup, screen } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { extraColumns } from '@/components/customers/columns/extra-columns'
import { customerFeatures } from '@/components/customers/table/customer-columns'
import { toRows } from '@/components/customers/table/customer-row'
import { renderWithIntl } from '@/components/ui/testing/intl-for-tests'
import { attributeForTests } from '@/lib/customers/attribute-for-tests'
import type { AttributeSetting, Customer } from '@/lib/customers/model/customer'
import { maskText } from '@/lib/customers/model/masked'
import { en } from '@/lib/messages/en'

afterEach(cleanup)

const customer = (more: Partial<Customer>): Customer => ({ customer_id: 'K-1', type: 'customer', ...more })

/** The text of the one cell that a column has for a customer; null where there is no such column. */
function cellText(id: string, given: Customer, settings?: AttributeSetting[]): string | null {
  function Cells() {
    const columns = extraColumns([id], settings, en)
    const table = useTable({ features: customerFeatures, columns, data: toRows([given], null) })
    return table
      .getRowModel()
      .rows[0]?.getAllCells()
      .map((cell) => <output key={cell.id}>{flexRender(cell.column.columnDef.cell, cell.getContext())}</output>)
  }
  renderWithIntl(<Cells />)
  const text = screen.queryByRole('status')?.textContent ?? null
  cleanup()
  return text
}

it.each<[AttributeSetting['type'], unknown, string]>([
  ['string', 'Ski', 'Ski'],
  ['string', 'a\u202eb', 'a⟨U+202E⟩b'],
  ['string', 1280, '1280'],
  ['integer', 1280, '1,280'],
  ['integer', '1280', '1280'],
  ['real', 39.5, '39.5'],
  ['boolean', true, 'Yes'],
  ['boolean', false, 'No'],
  ['date', '2026-03-01', '1 Mar 2026'],
  ['date-time', '2026-03-01T12:00:00Z', '1 Mar 2026'],
  ['date', 'soon', 'soon'],
  ['string', ['Ski', 'Tur'], 'Ski, Tur'],
  ['string', { a: 1 }, '{"a":1}'],
  ['integer', null, ''],
  ['integer', maskText, maskText],
  ['date', maskText, maskText],
])('writes %s %j as %j', (type, value, text) => {
  expect(cellText('attribute:a', customer({ attributes: { a: value } }), [attributeForTests('a', { type })])).toBe(text)
})

it('has no column for an attribute that the account does not declare, and one for each while that is not known', () => {
  const given = customer({ attributes: { gone: 1280 } })
  expect(cellText('attribute:gone', given, [attributeForTests('a')])).toBeNull()
  expect(cellText('attribute:gone', given)).toBe('1280')
})

it('handles names of attributes and channels that every object has', () => {
  expect(cellText('attribute:constructor', customer({}), [attributeForTests('constructor')])).toBe('')
  expect(cellText('consent:constructor', customer({ marketing_consent: {} }))).toBe('never asked')
})

it('tells yes, no, and nothing of a customer who is deleted', () => {
  const of = (consent: boolean) => customer({ marketing_consent: { letter: { consent } } })
  expect(cellText('consent:letter', of(true))).toBe('yes')
  expect(cellText('consent:letter', of(false))).toBe('no')
  expect(cellText('consent:letter', { ...of(true), deleted_at: '2026-01-01T00:00:00Z' })).toBe('')
})
