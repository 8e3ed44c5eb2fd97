'use client'

import type { ReactNode } from 'react'
import { type FormattedPhones, PhoneProvider } from '@/components/ui/phone'

const load = () => import('@/lib/customers/format/format-phone').then(({ formatPhone }) => formatPhone)

/** Provides phone numbers as the server formatted them, until the library that formats them has loaded. */
export function FormattedPhonesProvider({ formatted, children }: { formatted: FormattedPhones; children: ReactNode }) {
  return (
    <PhoneProvider formatted={formatted} load={load}>
      {children}
    </PhoneProvider>
  )
}
