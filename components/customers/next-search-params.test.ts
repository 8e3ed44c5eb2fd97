import { expect, it } from 'vitest'
import { firstPageCursor, withFilters, withPage, withRecord } from '@/components/customers/next-search-params'
import { serializeCustomerSearchParams } from '@/lib/customers/filters/customer-query'
import { parseCustomerSearchParams } from '@/lib/customers/filters/parse-customer-query'

const parse = (text: string) => parseCustomerSearchParams(new URLSearchParams(text)).query
const serialize = serializeCustomerSearchParams

it('begins at the first page when a filter changes, and keeps the page size and the open record', () => {
  const current = parse('search=ola&limit=50&starting_after=c1&at=3&record=K-1')
  expect(serialize(withFilters(current, { type: 'company' }))).toBe('?search=ola&type=company&limit=50&record=K-1')
})

it('reads a search word by word until its text changes', () => {
  const current = parse('search=ola+li&match=words')
  expect(serialize(withFilters(current, { type: 'company' }))).toBe('?search=ola+li&match=words&type=company')
  expect(serialize(withFilters(current, { search: 'ola li', tag_id: null }))).toBe('?search=ola+li&match=words')
  for (const change of [{ search: 'ola' }, { match: null }])
    expect(serialize(withFilters(current, { search: 'ola li', ...change }))).not.toContain('match')
  expect(serialize(withFilters(current, { search: null, email: 'a@b.no' }))).toBe('?email=a@b.no')
})

it('ends a scan when a filter changes', () => {
  expect(serialize(withFilters(parse('changed_at=2026-01-31T08:00:00Z'), { search: 'ola' }))).toBe('?search=ola')
  expect(serialize(withFilters(parse('was=K-1'), { search: 'ola' }))).toBe('?search=ola')
})

it('lets the later of a list of changes and a scan for deleted customers replace the earlier one', () => {
  const changes = parse('since_datetime=2026-01-31T08:00:00Z&include_deleted=true')
  const deleted = withFilters(changes, { only: 'deleted' })
  expect(serialize(deleted)).toBe('?only=deleted')
  const since_datetime = '2026-02-01T08:00:00Z'
  expect(withFilters(deleted, { since_datetime })).toMatchObject({ since_datetime, only: null })
})

it('opens a record in the same step as it changes filters', () => {
  expect(serialize(withFilters(parse(''), { search: 'K-1', record: 'K-1' }))).toBe('?search=K-1&record=K-1')
})

it('goes to a page by its cursor alone, and back to the first one', () => {
  const moved = parse('since_datetime=2026-01-31T08:00:00Z&since_moved=2026-02-01T08:00:00Z&at=2')
  const next = withPage(moved, { since_moved: '2026-03-01T08:00:00Z' }, 3)
  expect(next).toMatchObject({ since_moved: '2026-03-01T08:00:00Z', at: 3 })
  expect(withPage(next, firstPageCursor, 1)).toEqual(parse('since_datetime=2026-01-31T08:00:00Z'))
})

it('forgets the section of a record that is closed', () => {
  const current = { ...parse('search=ola&record=K-1'), section: 'raw' as const }
  expect(serialize(withRecord(current, null))).toBe('?search=ola')
  expect(withRecord(current, 'K-2')).toMatchObject({ record: 'K-2', section: 'raw' })
})
