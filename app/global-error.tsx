'use client'

import { en } from '@/lib/messages/en'
import { routes } from '@/lib/routes'
import './globals.css'

/** What stands where even the layout failed: no provider is above it, so it speaks English. */
export default function GlobalError() {
  return (
    <html lang="en">
      <body>
        <main className="p-6" role="alert">
          <h1 className="font-semibold text-16">{en.errors.internal.title}</h1>
          <p className="text-text-2">{en.errors.internal.text}</p>
          <a className="text-accent-text" href={routes.home()}>
            {en.errors.tryAgain}
          </a>
        </main>
      </body>
    </html>
  )
}
