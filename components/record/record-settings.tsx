'use client'

import { createContext, type ReactNode, useContext } from 'react'

/** What the operator has settled about records, and what the person may read beside them. */
export type RecordSettings = {
  /** The address of a customer in Dintero's back office, with `{account}`, `{customer_id}` and `{id}`; null where there is none. */
  backOfficeUrl: string | null
  /** From this age on an answer about marketing is marked as old. */
  consentMaxAgeMonths: number
  mayReadActivity: boolean
}

const Context = createContext<RecordSettings>({ backOfficeUrl: null, consentMaxAgeMonths: 24, mayReadActivity: false })

export function RecordSettingsProvider({ settings, children }: { settings: RecordSettings; children: ReactNode }) {
  return <Context value={settings}>{children}</Context>
}

export const useRecordSettings = () => useContext(Context)
