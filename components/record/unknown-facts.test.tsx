import { cleanup, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { accountId, type Beside, freezeClock, show } from '@/components/record/render-for-tests'
import { ConsentSection } from '@/components/record/sections/consent-section'
import { TagCount } from '@/components/record/sections/tags-section'
import { TokenTable } from '@/components/record/sections/token-table'
import type { Customer } from '@/lib/customers/model/customer'
import type { Token } from '@/lib/customers/model/record'

/** A dash says that there is no such fact. What is masked, failed or still being read is not said by it. */

beforeEach(freezeClock)
afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
  vi.useRealTimers()
})

const cellsOf = (name: RegExp) =>
  [...(screen.getByRole('row', { name }).children ?? [])].map((cell) => cell.textContent)
const customer: Customer = { customer_id: 'K-1', type: 'customer', marketing_consent: { post: { consent: true } } }
const showConsent = (beside: Beside) =>
  show(customer, <ConsentSection accountId={accountId} customer={customer} record={undefined} layout="page" />, beside)

it('says of a channel whether Dintero verified and allows it, and a dash where it has no such fact', () => {
  showConsent({ communication: { email: { verified_at: '2026-11-20T10:00:00Z' } } })
  expect(cellsOf(/^SMS/).slice(3)).toEqual(['–', '–'])
  expect(cellsOf(/^Email/).slice(3)).toEqual(['20 Nov 2026', '–'])
})

it('says that these could not be read, and still a dash for a channel without them', () => {
  showConsent({ failed: ['communication'] })
  expect(cellsOf(/^SMS/).slice(3)).toEqual(['not read', 'not read'])
  expect(cellsOf(/^Email/).slice(3)).toEqual(['not read', 'not read'])
  expect(cellsOf(/^Post/).slice(3)).toEqual(['–', '–'])
})

it('masks the expiry of a card, and shows a dash for a token that never ends', () => {
  const tokens: Token[] = [
    { id: 'a', type: 'payment_card', value: '••••', metadata: { exp_year: '••••' } },
    { id: 'b', type: 'membership_card', value: '••••', metadata: {} },
    { id: 'c', type: 'payment_card', value: '5412', metadata: { exp_month: 9, exp_year: 2030 } },
  ]
  show(customer, <TokenTable accountId={accountId} tokens={tokens} onMore={null} isReading={false} />)
  const expiries = screen.getAllByRole('row').slice(1)
  expect(expiries.map((row) => row.children[2]?.textContent)).toEqual(['•••• masked', '–', '09/30'])
})

it('counts tags and tokens together only where both are known', () => {
  show(customer, <TagCount accountId={accountId} customer={customer} />, { tokens: [{ id: 'a' }], failed: ['tags'] })
  expect(document.body.textContent).toBe('')
  cleanup()
  show(customer, <TagCount accountId={accountId} customer={customer} />, { tokens: [{ id: 'a' }] })
  expect(document.body.textContent).toBe('1')
})
