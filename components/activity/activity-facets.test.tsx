import { cleanup, screen } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { ActivityFacets } from '@/components/activity/activity-facets'
import type { Activity } from '@/components/activity/use-activity'
import { renderWithIntl } from '@/components/ui/testing/intl-for-tests'

afterEach(cleanup)

it.each([
  [null, 'en', ''],
  [0, 'en', '0 events'],
  [1, 'en', '1 event'],
  [1_234, 'en', '1,234 events'],
  [10_001, 'en', 'more than 10,000 events'],
  [10_001, 'nb', 'over 10\u00a0000 hendelser'],
] as const)('a total of %s reads, in %s: %s', (total, locale, text) => {
  const query = { person: null, customer: null, kind: null, from: null, until: null, before: null }
  // The bar reads these parts until a facet is opened.
  const activity = { query, isFiltered: false } as Activity
  renderWithIntl(<ActivityFacets activity={activity} events={[]} total={total} />, { locale })
  expect(screen.getByRole('status').textContent).toBe(text)
})
