import { act, cleanup, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { RowsNotice } from '@/components/list/list-states'
import type { List } from '@/components/list/use-list'
import { QuerySkeleton } from '@/components/record/facts/query-content'
import { renderWithIntl } from '@/components/ui/testing/intl-for-tests'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

const rows = { page: {}, context: {}, readAt: 0 }
const idle: List = {
  shown: rows,
  isStale: false,
  readAt: 0,
  failure: null,
  isFetching: false,
  retry: () => {},
  pageNumber: 1,
  first: null,
  previous: null,
  next: null,
}
const waitsFor = 'Still waiting for the customers.'

/** Renders the notice, and returns what it says after a time in milliseconds. */
async function noticeAfter(milliseconds: number, list: Partial<List>): Promise<string | null> {
  renderWithIntl(<RowsNotice list={{ ...idle, ...list }} waitsFor={waitsFor} />)
  // The code of the notice comes first.
  await act(() => import('@/components/list/list-failure'))
  await act(() => vi.advanceTimersByTimeAsync(milliseconds))
  return screen.queryByRole('status')?.textContent ?? null
}

describe('rows that take long', () => {
  it.each([
    ['the first rows', { shown: null, isFetching: true }],
    ['rows that replace others', { isStale: true, isFetching: true }],
  ])('say after two seconds that %s are waited for', async (_, list) => {
    expect(await noticeAfter(1_900, list)).toBeNull()
    await act(() => vi.advanceTimersByTimeAsync(200))
    expect(screen.getByRole('status').textContent).toBe(waitsFor)
  })

  it.each([
    ['nothing is fetched', {}],
    ['the rows on the screen are fetched again', { isFetching: true }],
  ])('say nothing where %s', async (_, list) => {
    expect(await noticeAfter(5_000, list)).toBeNull()
  })
})

it('a part of a record says after two seconds which one is waited for', async () => {
  renderWithIntl(<QuerySkeleton what="Tags" />)
  expect(screen.getByRole('status').textContent).toBe('Loading')
  await act(() => vi.advanceTimersByTimeAsync(2_000))
  expect(screen.getByRole('status').textContent).toContain('Still waiting for an answer: Tags')
})
