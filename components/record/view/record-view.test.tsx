import { cleanup, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { accountId, type Beside, factsOf, freezeClock, show } from '@/components/record/render-for-tests'
import { Tombstone } from '@/components/record/tombstone/tombstone'
import { RecordView } from '@/components/record/view/record-view'
import type { Customer } from '@/lib/customers/model/customer'

beforeEach(freezeClock)
afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
  vi.useRealTimers()
})

const showRecord = (customer: Customer, layout: 'drawer' | 'page' = 'page', beside?: Beside) =>
  show(customer, <RecordView accountId={accountId} customer={customer} layout={layout} record={undefined} />, beside)

describe('RecordView', () => {
  it('shows no row and no section without a value', () => {
    showRecord({ customer_id: 'S-1', type: 'customer', email: '', first_name: ' ', company: {} })
    expect(factsOf('Overview')).toEqual([
      ['Customer ID', 'S-1'],
      ['Type', 'Customer'],
    ])
    expect(screen.queryByRole('region', { name: 'Company' })).toBeNull()
    expect(screen.getByText('No addresses.')).toBeDefined()
    expect(screen.getByText('No tags.')).toBeDefined()
  })

  it('names the zone of each instant, and shows an invalid date unchanged', () => {
    showRecord({
      customer_id: 'S-1',
      type: 'customer',
      date_of_birth: '1899-12-31',
      created_at: '2024-07-12T09:30:00Z',
      updated_at: 'yesterday',
    })
    const facts = Object.fromEntries(factsOf('Overview'))
    expect(facts['Date of birth']).toBe('31 December 1899126 years')
    expect(facts.Created).toMatch(/^12 Jul 2024 11:30:00(CEST|GMT\+2), 2 years ago$/)
    expect(facts.Updated).toBe('yesterday')
  })

  it('links a website only when its URL is safe', () => {
    const company = { business_name: 'Skript AS', website: 'javascript:alert(1)', organization_number: '923609016' }
    showRecord({ customer_id: 'B-1', type: 'company', first_name: 'Nora', company })
    expect(factsOf('Company')).toContainEqual(['Organization no.', '923 609 016valid number'])
    expect(factsOf('Overview')).toContainEqual(['Person', 'Nora'])
    expect(screen.queryByRole('link', { name: /javascript/ })).toBeNull()
    cleanup()

    showRecord({ customer_id: 'B-1', type: 'company', company: { website: 'https://example.no/a' } })
    const link = screen.getByRole('link', { name: /example/ })
    expect(link.getAttribute('rel')).toBe('noopener noreferrer')
    expect(link.textContent).toContain('opens in a new tab')
  })

  it('distinguishes yes, no and never asked, in custom channels too', () => {
    const marketing_consent = {
      email: { consent: false },
      'brev i posten': { consent: true, updated_at: '2026-11-20' },
    }
    showRecord({ customer_id: 'S-1', type: 'customer', marketing_consent })
    const rows = within(screen.getByRole('table', { name: 'Consent' })).getAllByRole('row')
    expect(rows.slice(1).map((row) => row.textContent)).toEqual([
      'SMSNever asked–––',
      'EmailNo–––',
      'brev i postenYes3 days ago20 Nov 2026––',
    ])
  })

  it('keeps its headings in order below the name', () => {
    const addresses = [{ address_line: 'Torggata 1', type: 'home' }]
    showRecord({ customer_id: 'S-1', type: 'customer', addresses }, 'drawer', { tags: [{ id: '1', tag: 'VIP' }] })
    expect(screen.getAllByRole('heading', { level: 3 }).map((heading) => heading.textContent)).toEqual([
      'Overview',
      'Consent',
      'Addresses',
      'Contacts',
      'Tags & tokens',
      'Purchases',
      'Cards & rewards',
      'Attributes & metadata',
      'Timeline',
      'Raw',
    ])
    expect(screen.getByRole('heading', { level: 4 }).textContent).toBe('Home')
    expect(screen.getByRole('link', { name: /^Tags/ }).textContent).toBe('Tags & tokens1')
  })

  it('makes invisible control characters visible', () => {
    showRecord({ customer_id: 'S\u202E1', type: 'customer', status: 'a\u200Bb' })
    expect(factsOf('Overview')).toEqual([
      ['Customer ID', 'S⟨U+202E⟩1'],
      ['Status', 'a⟨U+200B⟩b'],
      ['Type', 'Customer'],
    ])
  })
})

describe('Tombstone', () => {
  it('shows what is left, what was erased and the next steps', () => {
    const customer: Customer = {
      customer_id: 'NOR-10442',
      type: 'customer',
      deleted_at: '2026-11-12T09:15:00Z',
      deleted_by: '1c92f7e1-2897-4d46-bdcc-c127a914fb4e',
    }
    show(customer, <Tombstone accountId={accountId} customer={customer} layout="page" record={undefined} />)
    expect(screen.getAllByRole('status')[0]?.textContent).toBe(
      'Deleted 12 Nov 2026 10:15:00 by API client 1c92f7e1. This can’t be undone.',
    )
    expect(screen.getAllByRole('heading').map((heading) => heading.textContent)).toEqual([
      'What’s left',
      'What was erased',
      'What to do next',
      'Timeline',
      'Raw',
    ])
    expect(screen.getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual([
      '/T12345678/customers',
      '/T12345678/customers?include_deleted=true',
    ])
  })
})
