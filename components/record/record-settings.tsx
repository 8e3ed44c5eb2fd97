'use client'

import { createContext, type ReactNode, useContext } from 'react'

/** Settings of the operator for records, and what the person may read besides the customer. */
export type RecordSettings = {
  /** The URL template of a customer in Dintero's back office, with `{account}`, `{customer_id}` and `{id}`, or null. */
  backOfficeUrl: string | null
  /** From this age on, a marketing consent is marked as old. */
  consentMaxAgeMonths: number
  mayReadActivity: boolean
}

const Context = createContext<RecordSettings>({ backOfficeUrl: null, consentMaxAgeMonths: 24, mayReadActivity: false })

export function RecordSettingsProvider({ settings, children }: { settings: RecordSettings; children: ReactNode }) {
  return <Context value={settings}>{children}</Context>
}

export const useRecordSettings = () => useContext(Context)
