'use client'

import { createContext, type ReactNode, useContext } from 'react'
import type { OptionalSection } from '@/lib/customers/model/record-section'

/** Settings of the operator for records, and what the person may read besides the customer. */
export type RecordSettings = {
  /** The URL template of a customer in Dintero's back office, with `{account}`, `{customer_id}` and `{id}`, or null. */
  backOfficeUrl: string | null
  /** From this age on, a marketing consent is marked as old. */
  consentMaxAgeMonths: number
  /** The sections that this installation does not use. */
  hiddenSections: readonly OptionalSection[]
  mayReadActivity: boolean
  /** Whether they may make a file of all that is kept about the customer. */
  mayExport: boolean
}

const Context = createContext<RecordSettings>({
  backOfficeUrl: null,
  consentMaxAgeMonths: 24,
  hiddenSections: [],
  mayReadActivity: false,
  mayExport: false,
})

export function RecordSettingsProvider({ settings, children }: { settings: RecordSettings; children: ReactNode }) {
  return <Context value={settings}>{children}</Context>
}

export const useRecordSettings = () => useContext(Context)
