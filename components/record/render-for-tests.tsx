import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen, within } from '@testing-library/react'
import { NuqsTestingAdapter } from 'nuqs/adapters/testing'
import type { ReactNode } from 'react'
import { vi } from 'vitest'
import { RecordSettingsProvider } from '@/components/record/record-settings'
import { IntlProvider } from '@/components/ui/intl'
import { accountQueries } from '@/lib/api/queries/account'
import { recordQueries } from '@/lib/api/queries/record'
import type { AttributeSetting, Customer, Tag } from '@/lib/customers/model/customer'
import type { CommunicationAnswer, Token } from '@/lib/customers/model/record'
import { en } from '@/lib/messages/en'

export const accountId = 'T12345678'
export const now = new Date('2026-11-23T12:00:00Z')
export const zone = 'Europe/Oslo'

/** The answers of the further calls of a record. */
export type Beside = {
  tags?: Tag[]
  tokens?: Token[]
  communication?: CommunicationAnswer['communication']
  settings?: AttributeSetting[]
  terms?: { id: string; terms?: string }[]
  contactFor?: Customer[]
}

/** Sets the clock and the time zone of the browser, which the provider uses after its first render. */
export function freezeClock(): void {
  vi.useFakeTimers({ now, toFake: ['Date'] })
  const options = new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions()
  vi.spyOn(Intl.DateTimeFormat.prototype, 'resolvedOptions').mockReturnValue(options)
}

/** Renders content that belongs to an open record, with the answers of its further calls already in the cache. */
export function show(customer: Customer, content: ReactNode, beside: Beside = {}): void {
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY, retry: false } } })
  const id = customer.customer_id
  const { tags = [], tokens = [], communication = {}, settings = [], terms = [], contactFor = [] } = beside
  client.setQueryData(recordQueries.tags(accountId, id).queryKey, { tags })
  client.setQueryData(recordQueries.tokens(accountId, id).queryKey, {
    pages: [{ tokens, unreadable: 0, next: null }],
    pageParams: [null],
  })
  client.setQueryData(recordQueries.communication(accountId, id).queryKey, { communication })
  client.setQueryData(accountQueries.settings(accountId).queryKey, { attributes: settings })
  client.setQueryData(accountQueries.terms(accountId).queryKey, { terms })
  client.setQueryData(recordQueries.contactFor(accountId, id).queryKey, {
    customers: contactFor,
    missing: [],
    unasked: [],
  })
  client.setQueryData(recordQueries.contacts(accountId, id).queryKey, {
    pages: [{ customers: [], unreadable: [], looked: 0, next: null }],
    pageParams: [null],
  })
  render(
    <NuqsTestingAdapter>
      <QueryClientProvider client={client}>
        <IntlProvider onZone={() => {}} messages={en} locale="en" zone={zone} nowIso={now.toISOString()}>
          <RecordSettingsProvider settings={{ backOfficeUrl: null, consentMaxAgeMonths: 24, mayReadActivity: false }}>
            {content}
          </RecordSettingsProvider>
        </IntlProvider>
      </QueryClientProvider>
    </NuqsTestingAdapter>,
  )
}

/** The labels and values of a section as they are displayed. */
export const factsOf = (name: string): [string | null, string | undefined][] =>
  within(screen.getByRole('region', { name }))
    .queryAllByRole('term')
    .map((term) => [term.textContent, term.nextElementSibling?.textContent ?? undefined])
