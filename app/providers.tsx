'use client'

import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { NuqsAdapter } from 'nuqs/adapters/next/app'
import { type ComponentProps, useEffect, useState } from 'react'
import { CopyByHandProvider } from '@/components/ui/copy/copy-text'
import { IntlProvider } from '@/components/ui/intl'
import { preloadWhenIdle, startPreloading } from '@/components/ui/lazy-component'
import type { ApiError } from '@/lib/api/errors'
import { loadSchemas } from '@/lib/api/schemas'
import { storePreference } from '@/lib/preferences'

declare module '@tanstack/react-query' {
  interface Register {
    defaultError: ApiError
  }
}

const storeZone = (zone: string) => storePreference('zone', zone)

preloadWhenIdle(loadSchemas)

const startKeepingFocus = preloadWhenIdle(() =>
  import('@/components/ui/page/keep-focus').then((all) => all.keepFocus()),
)

const staleTimeMs = 60_000

/** Query client, URL adapter, language, and what cannot be copied. The server retries; retries in the browser would multiply its own. */
export function Providers({ children, ...intl }: Omit<ComponentProps<typeof IntlProvider>, 'onZone'>) {
  const [queryClient] = useState(
    () =>
      new QueryClient({
        defaultOptions: {
          queries: {
            staleTime: staleTimeMs,
            retry: false,
            retryOnMount: false,
            refetchOnWindowFocus: false,
            refetchOnReconnect: false,
          },
        },
      }),
  )
  useEffect(() => {
    // The page is hydrated and handles keys; browser tests wait for this attribute.
    document.documentElement.dataset.ready = ''
    preloadWhenIdle(() =>
      import('@/components/shell/session/watch-changes').then((all) => all.watchChanges(queryClient)),
    )
    startPreloading()
    const handleFirstFocus = () => void startKeepingFocus().catch(() => {})
    document.addEventListener('focusin', handleFirstFocus, { once: true })
    return () => document.removeEventListener('focusin', handleFirstFocus)
  }, [queryClient])
  return (
    <QueryClientProvider client={queryClient}>
      <NuqsAdapter>
        <IntlProvider {...intl} onZone={storeZone}>
          <CopyByHandProvider>{children}</CopyByHandProvider>
        </IntlProvider>
      </NuqsAdapter>
    </QueryClientProvider>
  )
}
