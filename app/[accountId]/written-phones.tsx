'use client'

import type { ReactNode } from 'react'
import { PhoneProvider, type WrittenPhones } from '@/components/ui/phone'

const load = () => import('@/lib/customers/format/write-phone').then(({ writePhone }) => writePhone)

/** Provides phone numbers as the server formatted them, until the library that formats them has loaded. */
export function WrittenPhonesProvider({ written, children }: { written: WrittenPhones; children: ReactNode }) {
  return (
    <PhoneProvider written={written} load={load}>
      {children}
    </PhoneProvider>
  )
}
