import type { Walk } from './verify-walk'

/** The walks of CONTRIBUTING.md. The command `walks` checks them against the sources and draws them there. */
export const declaredWalks: Walk[] = [
  {
    title: 'From a key in the search box to the rows',
    maxHops: 7,
    hops: [
      {
        file: 'components/customers/search/search-bar.tsx',
        name: 'SearchBar',
        does: 'renders the input, whose text is state of its own until it is sent',
      },
      {
        file: 'components/customers/search/use-search-box.ts',
        name: 'useSearchBox',
        does: 'sends the text at Enter or after a pause',
      },
      {
        file: 'components/customers/search/search-grammar.ts',
        name: 'parseSearch',
        does: 'parses the text into filters',
      },
      {
        file: 'components/customers/next-search-params.ts',
        name: 'withFilters',
        after: 'useSearchBox',
        does: 'computes the next search params',
      },
      {
        file: 'components/customers/use-customer-url.ts',
        name: 'useCustomerUrl',
        does: 'sets them in the URL, which is the only state of what is queried',
      },
      {
        file: 'components/customers/use-customer-list.ts',
        name: 'useCustomerList',
        does: 'queries the page that the URL requests, through `useList` and `customerQueries.page`; stale rows stay meanwhile',
      },
      {
        file: 'components/customers/customers-screen.tsx',
        name: 'CustomersScreen',
        does: 'renders the rows, through `PagedList` and `ListTable`',
      },
    ],
  },
  {
    title: 'The first HTML of the list',
    maxHops: 9,
    hops: [
      {
        file: 'app/[accountId]/customers/page.tsx',
        name: 'default',
        does: 'parses the search params leniently, and renders the screen with the first page of rows',
      },
      { file: 'lib/server/http/page.ts', name: 'page', does: 'runs the guard before it renders' },
      {
        file: 'lib/server/http/guard.ts',
        name: 'guard',
        does: 'checks session, account, limits, permission and path parameters, as it does for API routes',
      },
      {
        file: 'lib/server/customers/read-customers.ts',
        name: 'readCustomerPage',
        after: 'default',
        does: 'is the audited reader, called in process and never over HTTP',
      },
      {
        file: 'lib/server/customers/fetch/fetch-customer-page.ts',
        name: 'fetchCustomerPage',
        does: 'fetches a page in the way that its query needs, and masks it',
      },
      {
        file: 'lib/server/customers/fetch/collection.ts',
        name: 'fetchCustomerRows',
        does: 'turns the query into Dintero’s parameters, and its answer into rows',
      },
      {
        file: 'lib/server/upstream/client.ts',
        name: 'dintero',
        does: 'calls Dintero: queue, breaker, retries, token, transport, schema',
      },
      {
        file: 'lib/server/customers/read-customers.ts',
        name: 'withSearchAudit',
        after: 'readCustomerPage',
        does: 'commits the audit event before anything leaves',
      },
      {
        file: 'app/[accountId]/customers/customers-with-record.tsx',
        name: 'CustomersWithRecord',
        after: 'default',
        does: 'is rendered on the server, with the rows in the query cache of the browser',
      },
    ],
  },
]
