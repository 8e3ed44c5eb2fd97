import { cleanup, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { accountId, type Beside, freezeClock, show } from '@/components/record/render-for-tests'
import { AttributesSection } from '@/components/record/sections/attributes-section'
import { TermsFact } from '@/components/record/sections/terms-fact'
import { Tombstone } from '@/components/record/tombstone/tombstone'
import { attributeForTests } from '@/lib/customers/attribute-for-tests'
import type { Customer } from '@/lib/customers/model/customer'

/** What Dintero publishes about terms, tokens and attributes outside of the page of the collection. */

beforeEach(freezeClock)
afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
  vi.useRealTimers()
})

const tombstone: Customer = { type: 'customer', customer_id: 'NOR-1', deleted_at: '2026-11-12T09:15:00Z' }
const showTombstone = (beside: Beside) =>
  show(tombstone, <Tombstone accountId={accountId} customer={tombstone} record={undefined} layout="page" />, beside)

it('lists the tokens that a deleted customer still has', () => {
  showTombstone({ tokens: [{ id: 'a', type: 'membership_card', value: '2400555000104426' }] })
  expect(screen.getByRole('heading', { name: 'Tokens that weren’t deleted' })).toBeDefined()
  expect(screen.getByRole('row', { name: /Membership card/ })).toBeDefined()
  // Without deleted ones that list would be empty.
  expect(screen.getByRole('link', { name: /token/ }).getAttribute('href')).toContain('include_deleted=true')
})

it('says nothing about tokens where a deleted customer has none', () => {
  showTombstone({})
  expect(screen.queryByRole('heading', { name: /Tokens/ })).toBeNull()
})

it('says that accepted terms were deleted, and still shows their text', () => {
  const term = { id: 't-1', accepted_at: '2019-09-01T10:00:00Z' }
  const customer: Customer = { type: 'customer', customer_id: 'K-1', term }
  const terms = [{ id: 't-1', terms: 'Vilkår for kundeklubben.', deleted_at: '2019-09-03T07:00:00Z' }]
  show(customer, <TermsFact accountId={accountId} term={term} />, { terms })
  expect(document.body.textContent).toMatch(/deleted 3 Sept? 2019/)
  expect(document.body.textContent).toContain('Vilkår for kundeklubben.')
})

it('says of a private attribute that the customer does not see it', () => {
  const customer: Customer = { type: 'customer', customer_id: 'K-1', attributes: { credit_limit: 1000 } }
  const settings = [attributeForTests('credit_limit', { type: 'integer', private: true })]
  show(customer, <AttributesSection accountId={accountId} customer={customer} record={undefined} layout="page" />, {
    settings,
  })
  expect(screen.getByText('hidden from the customer')).toBeDefined()
})
