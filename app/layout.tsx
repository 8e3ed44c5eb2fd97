import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import { inter, interExtended } from '@/app/fonts'
import { Providers } from '@/app/providers'
import { SavedPreferences } from '@/app/saved-preferences'
import { messagesFor } from '@/lib/messages/catalogue'
import { buildId } from '@/lib/server/http/build-id'
import { requestPreferences } from '@/lib/server/http/preferences'
import { productTitle } from '@/lib/server/http/title'
import './globals.css'

export async function generateMetadata(): Promise<Metadata> {
  return {
    ...(await productTitle()),
    robots: { index: false, follow: false },
    // A phone would turn numbers into links of its own, inside texts that React renders.
    formatDetection: { telephone: false, date: false, address: false, email: false, url: false },
  }
}

/** Every page is rendered per request: each needs a new nonce for the Content-Security-Policy, and a session check. */
export const dynamic = 'force-dynamic'

export const viewport: Viewport = { width: 'device-width', initialScale: 1, colorScheme: 'light dark' }

export default async function RootLayout({ children }: { children: ReactNode }) {
  const preferences = await requestPreferences()
  const { locale, theme } = preferences
  return (
    <html
      lang={locale}
      data-build={buildId()}
      data-theme={theme === 'system' ? undefined : theme}
      className={`${inter.variable} ${interExtended.variable}`}
      suppressHydrationWarning
    >
      <body>
        <SavedPreferences preferences={preferences}>
          <Providers messages={messagesFor(locale)} locale={locale} nowIso={new Date().toISOString()}>
            {children}
          </Providers>
        </SavedPreferences>
      </body>
    </html>
  )
}
