'use client'

import type { ReactNode } from 'react'
import { useIntl } from '@/components/ui/intl'

/** The group of facets that narrow a list. `className` sets how it fits into the row where it stands. */
export function FacetBar({ className, children }: { className: string; children: ReactNode }) {
  const { t } = useIntl()
  return (
    <fieldset className={`flex min-w-0 flex-wrap items-center ${className}`}>
      <legend className="sr-only">{t.filters.label}</legend>
      {children}
    </fieldset>
  )
}
