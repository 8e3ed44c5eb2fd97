'use client'

import type { ReactNode } from 'react'
import { PhoneProvider, type WrittenPhones } from '@/components/ui/phone'

const load = () => import('@/lib/customers/format/write-phone').then(({ writePhone }) => writePhone)

/** Phones as the server wrote them, until the library that writes them has come. */
export function WrittenPhonesProvider({ written, children }: { written: WrittenPhones; children: ReactNode }) {
  return (
    <PhoneProvider written={written} load={load}>
      {children}
    </PhoneProvider>
  )
}
