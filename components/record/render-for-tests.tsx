import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { screen, within } from '@testing-library/react'
import { NuqsTestingAdapter } from 'nuqs/adapters/testing'
import type { ReactNode } from 'react'
import { vi } from 'vitest'
import { RecordSettingsProvider } from '@/components/record/record-settings'
import { renderWithIntl } from '@/components/ui/testing/intl-for-tests'
import type { ApiError } from '@/lib/api/errors'
import { accountQueries } from '@/lib/api/queries/account'
import { receiptQueries } from '@/lib/api/queries/receipts'
import { recordQueries } from '@/lib/api/queries/record'
import type { AttributeSetting, Customer, Tag } from '@/lib/customers/model/customer'
import type { CommunicationAnswer, Token } from '@/lib/customers/model/record'
import type { ReceiptSummary } from '@/lib/customers/receipts/receipt'

export const accountId = 'T12345678'
export const now = new Date('2026-11-23T12:00:00Z')
export const zone = 'Europe/Oslo'

/** The answers of the further calls of a record. */
export type Beside = {
  tags?: Tag[]
  tokens?: Token[]
  communication?: CommunicationAnswer['communication']
  settings?: AttributeSetting[]
  terms?: { id: string; terms?: string; deleted_at?: string }[]
  contactFor?: Customer[]
  purchases?: ReceiptSummary[]
  /** The calls that failed: nothing is known of what they answer. */
  failed?: ('communication' | 'tags')[]
}

const failure: ApiError = { code: 'upstream_unavailable', message: 'Dintero does not answer.', request_id: 'r-1' }

/** Sets the clock and the time zone of the browser, which the provider uses after its first render. */
export function freezeClock(): void {
  vi.useFakeTimers({ now, toFake: ['Date'] })
  const options = new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions()
  vi.spyOn(Intl.DateTimeFormat.prototype, 'resolvedOptions').mockReturnValue(options)
}

/** Renders content that belongs to an open record, with the answers of its further calls already in the cache. */
export function show(customer: Customer, content: ReactNode, beside: Beside = {}): void {
  const queries = { staleTime: Number.POSITIVE_INFINITY, retry: false, retryOnMount: false }
  const client = new QueryClient({ defaultOptions: { queries } })
  const id = customer.customer_id
  const {
    tags = [],
    tokens = [],
    communication = {},
    settings = [],
    terms = [],
    contactFor = [],
    purchases = [],
  } = beside
  client.setQueryData(recordQueries.tags(accountId, id).queryKey, { tags })
  client.setQueryData(recordQueries.tokens(accountId, id).queryKey, {
    pages: [{ tokens, unreadable: 0, next: null }],
    pageParams: [null],
  })
  client.setQueryData(recordQueries.communication(accountId, id).queryKey, { communication })
  client.setQueryData(accountQueries.settings(accountId).queryKey, { attributes: settings })
  for (const term of terms) client.setQueryData(accountQueries.term(accountId, term.id).queryKey, { term })
  client.setQueryData(recordQueries.contactFor(accountId, id).queryKey, {
    customers: contactFor,
    missing: [],
    unasked: [],
  })
  client.setQueryData(receiptQueries.list(accountId, id, []).queryKey, {
    pages: [{ receipts: purchases, unreadable: 0, next: null, customerId: id, at: 0 }],
    pageParams: [{ at: 0, starting_after: null }],
  })
  client.setQueryData(recordQueries.contacts(accountId, id).queryKey, {
    pages: [{ customers: [], unreadable: [], looked: 0, next: null }],
    pageParams: [null],
  })
  for (const part of beside.failed ?? []) {
    const { queryKey } = recordQueries[part](accountId, id)
    const query = client.getQueryCache().build<unknown, ApiError>(client, { queryKey })
    query.setState({ data: undefined, status: 'error', error: failure, fetchStatus: 'idle' })
  }
  renderWithIntl(
    <NuqsTestingAdapter>
      <QueryClientProvider client={client}>
        <RecordSettingsProvider
          settings={{
            ...{ backOfficeUrl: null, consentMaxAgeMonths: 24, hiddenSections: [] },
            ...{ mayReadActivity: false, mayExport: false },
          }}
        >
          {content}
        </RecordSettingsProvider>
      </QueryClientProvider>
    </NuqsTestingAdapter>,
    { zone, nowIso: now.toISOString() },
  )
}

/** The labels and values of a section as they are displayed. */
export const factsOf = (name: string): [string | null, string | undefined][] =>
  within(screen.getByRole('region', { name }))
    .queryAllByRole('term')
    .map((term) => [term.textContent, term.nextElementSibling?.textContent ?? undefined])
