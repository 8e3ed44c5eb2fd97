'use client'

import type { ReactNode } from 'react'
import styles from '@/components/record/sections/section.module.css'
import { Heading, type RecordLayout, sectionLevel } from '@/components/record/view/record-heading'
import { useIntl } from '@/components/ui/intl'
import type { Customer } from '@/lib/customers/model/customer'
import type { RecordAnswer } from '@/lib/customers/model/record'
import type { SectionId } from '@/lib/customers/model/record-section'

/** What every section of a record gets. */
export type SectionProps = {
  accountId: string
  customer: Customer
  layout: RecordLayout
  /** What only the single call tells; undefined until it has come. */
  record: RecordAnswer | undefined
}

type Props = {
  id: SectionId
  title: string
  layout: RecordLayout
  /** How many there are, or what else there is to say, beside the title; none is not said. */
  note?: number | string
  /** In the drawer the overview follows the name, and needs no title that is seen. */
  untitled?: boolean
  /** What can be done with the whole section, at the end of its head. */
  tools?: ReactNode
  children: ReactNode
}

/** The address of a section within its page. */
export const sectionAnchor = (id: SectionId) => `record-${id}`

/** One part of a record: a heading that can be jumped to, and what stands below it. */
export function Section({ id, title, layout, note, untitled = false, tools, children }: Props) {
  const { locale } = useIntl()
  const anchor = sectionAnchor(id)
  return (
    <section id={anchor} data-section={id} aria-labelledby={`${anchor}-title`} className={styles.section}>
      <header className={untitled ? 'sr-only' : styles.header}>
        <Heading level={sectionLevel[layout]} id={`${anchor}-title`} tabIndex={-1} className={styles.title}>
          {title}
        </Heading>
        {note ? (
          <span className={styles.note}>{typeof note === 'number' ? note.toLocaleString(locale) : note}</span>
        ) : null}
        {tools && <span className={styles.tools}>{tools}</span>}
      </header>
      {children}
    </section>
  )
}
