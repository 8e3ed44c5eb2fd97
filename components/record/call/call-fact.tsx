'use client'

import type { ReactNode } from 'react'
import styles from '@/components/record/call/call-mode.module.css'
import { RevealTool } from '@/components/record/reveal/reveal-tool'
import { useIntl } from '@/components/ui/intl'
import type { RevealField } from '@/lib/customers/model/reveal'

type CallFactProps = {
  label: string
  /** Under which name the value can be revealed, and whether it is masked now. */
  field?: RevealField
  isMasked?: boolean
  children: ReactNode
}

/** One thing that is read aloud: its label in small letters, and the value in large ones. */
export function CallFact({ label, field, isMasked = false, children }: CallFactProps) {
  const { t, locale } = useIntl()
  return (
    <div className={styles.fact}>
      <dt className={styles.label}>
        <span>{label}</span>
        {field && <RevealTool field={field} what={label.toLocaleLowerCase(locale)} isMasked={isMasked} />}
      </dt>
      <dd className={styles.value}>
        {children}
        {isMasked && <span className="sr-only"> {t.record.maskedValue}</span>}
      </dd>
    </div>
  )
}
