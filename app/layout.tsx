import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import { inter, interExtended } from '@/app/fonts'
import { Providers } from '@/app/providers'
import { messagesFor } from '@/lib/messages/catalogue'
import { buildId } from '@/lib/server/http/build-id'
import { requestPreferences } from '@/lib/server/http/preferences'
import './globals.css'

/** All pages have the same title, since a name or an id in it would be stored in the browser history. */
export const metadata: Metadata = { title: 'Customer Desk', robots: { index: false, follow: false } }

/** Every page is rendered per request: each needs a new nonce for the Content-Security-Policy, and a session check. */
export const dynamic = 'force-dynamic'

export const viewport: Viewport = { width: 'device-width', initialScale: 1, colorScheme: 'light dark' }

export default async function RootLayout({ children }: { children: ReactNode }) {
  const { locale, theme, zone } = await requestPreferences()
  return (
    <html
      lang={locale}
      data-build={buildId()}
      data-theme={theme === 'system' ? undefined : theme}
      className={`${inter.variable} ${interExtended.variable}`}
      suppressHydrationWarning
    >
      <body>
        <Providers messages={messagesFor(locale)} locale={locale} zone={zone} nowIso={new Date().toISOString()}>
          {children}
        </Providers>
      </body>
    </html>
  )
}
