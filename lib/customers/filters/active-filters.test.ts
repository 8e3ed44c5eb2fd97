import { expect, it } from 'vitest'
import { activeFilters, noFilters, withoutAccountFilters } from '@/lib/customers/filters/customer-query'

it('lists the filters that are set', () => {
  const names = activeFilters({ ...noFilters, search: 'nora', token_value: '1', include_deleted: false })
  expect(names.map(({ name }) => name)).toEqual(['search', 'token'])
  expect(activeFilters({ only: 'deleted' }).map(({ name }) => name)).toEqual(['deleted'])
})

it('removes the filters whose values exist in one account only', () => {
  const set = { ...noFilters, search: 'nora', tag_id: '3c90c3cc-0d44-4b50-8888-8dd25736052a' }
  expect(withoutAccountFilters(set)).toEqual({ ...noFilters, search: 'nora' })
})
