'use client'

import { en } from '@/lib/messages/en'
import './globals.css'

/** The screen for an error in the layout itself. No provider is above it, so it is always in English. */
export default function GlobalError({ reset }: { reset: () => void }) {
  return (
    <html lang="en">
      <title>{`${en.errors.internal.title} · ${en.app.name}`}</title>
      <body>
        <main className="p-6" role="alert">
          <h1 className="font-semibold text-16">{en.errors.internal.title}</h1>
          <p className="text-text-2">{en.errors.internal.text}</p>
          <button type="button" className="text-accent-text" onClick={reset}>
            {en.errors.tryAgain}
          </button>
        </main>
      </body>
    </html>
  )
}
