'use client'

import type { ReactNode } from 'react'
import styles from '@/components/record/sections/section.module.css'
import { Heading, type RecordLayout, sectionLevel } from '@/components/record/view/record-heading'
import { useIntl } from '@/components/ui/intl'
import type { Customer } from '@/lib/customers/model/customer'
import type { RecordAnswer } from '@/lib/customers/model/record'
import type { SectionId } from '@/lib/customers/model/record-section'

/** The props of every section of a record. */
export type SectionProps = {
  accountId: string
  customer: Customer
  layout: RecordLayout
  /** The answer of the call for this one customer; undefined until it has arrived. */
  record: RecordAnswer | undefined
}

type Props = {
  id: SectionId
  title: string
  layout: RecordLayout
  /** A count or a short text beside the title; 0 and an empty text are not shown. */
  note?: number | string
  /** Hides the title visually: in the drawer, the overview follows the name. */
  untitled?: boolean
  /** Actions on the whole section, at the end of its header. */
  tools?: ReactNode
  children: ReactNode
}

/** The id of the element of a section, for links within the page. */
export const sectionAnchor = (id: SectionId) => `record-${id}`

/** One section of a record: a heading that can be jumped to, and its content. */
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

/** A count beside the name of a section in the section bar; nothing for none or an unknown number. */
export function SectionCount({ count }: { count: number | undefined }) {
  const { locale } = useIntl()
  return count ? <span className={styles.count}>{count.toLocaleString(locale)}</span> : null
}
