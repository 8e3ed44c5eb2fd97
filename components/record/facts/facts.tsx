'use client'

import { ListFilter } from 'lucide-react'
import Link from 'next/link'
import type { ReactNode } from 'react'
import styles from '@/components/record/facts/facts.module.css'
import { RevealTool } from '@/components/record/reveal/reveal-tool'
import { toolClass } from '@/components/ui/button'
import { CopyButton } from '@/components/ui/copy-button'
import { formatAgo } from '@/components/ui/format-ago'
import { useIntl } from '@/components/ui/intl'
import { Text } from '@/components/ui/text'
import { Timestamp } from '@/components/ui/timestamp'
import { maskText } from '@/lib/customers/model/masked'
import type { RevealField } from '@/lib/customers/model/reveal'
import { fill } from '@/lib/messages/messages'
import { parseInstant, zoneName } from '@/lib/time'

/** Labels and values, one below the other; `two` puts short ones side by side where there is room. */
export function Facts({ two = false, children }: { two?: boolean; children: ReactNode }) {
  return <dl className={`${styles.facts} ${two ? styles.two : ''}`}>{children}</dl>
}

type FilterLinkProps = { href: string; what: string; className?: string }

/** Shows all customers that have the same value: only beside what Dintero can filter by. */
export function FilterLink({ href, what, className = '' }: FilterLinkProps) {
  const { t } = useIntl()
  const label = fill(t.record.filterBy, { what })
  return (
    <Link href={href} prefetch={false} aria-label={label} title={label} className={`${toolClass} ${className}`}>
      <ListFilter size={12} />
    </Link>
  )
}

type FactProps = {
  label: string
  /** By which name a masked value is revealed; one without it stays masked. */
  field?: RevealField
  /** What the copy button beside the value copies. */
  copy?: string
  /** Where all that share the value are listed. */
  filter?: string
  /** The tools are seen without pointing at the row: beside what is read aloud most. */
  lead?: boolean
  /** What stands after the value, more quietly. */
  note?: ReactNode
  children: ReactNode
}

/** One label with its value. */
export function Fact({ label, field, copy, filter, lead = false, note, children }: FactProps) {
  const { t, locale } = useIntl()
  const what = label.toLocaleLowerCase(locale)
  const isMasked = copy === maskText
  const copyTool = copy && !isMasked && <CopyButton value={copy} what={what} className={lead ? '' : styles.quiet} />
  return (
    <div className={styles.fact}>
      <dt className={styles.label}>{label}</dt>
      <dd className={styles.value}>
        <span className={`${styles.text} ${isMasked ? styles.masked : ''}`}>{children}</span>
        {isMasked && <span className="sr-only">{t.record.maskedValue}</span>}
        {lead && copyTool}
        {field && <RevealTool field={field} what={what} isMasked={isMasked} />}
        {note && <span className={styles.note}>{note}</span>}
        {/* What is not seen leaves no gap between a value and its note. */}
        <span className={styles.tools}>
          {!lead && copyTool}
          {filter && !isMasked && <FilterLink href={filter} what={what} className={styles.quiet} />}
        </span>
      </dd>
    </div>
  )
}

type TextFactProps = Pick<FactProps, 'label' | 'field' | 'filter' | 'lead' | 'note'> & {
  value: string | undefined
  /** How it is written, where not as it came. */
  written?: string
}

/** A fact that is upstream text, to be copied as it came; a missing or blank one leaves its row out. */
export function TextFact({ value, written, ...rest }: TextFactProps) {
  if (!value?.trim()) return null
  return (
    <Fact {...rest} copy={value}>
      <Text>{written ?? value}</Text>
    </Fact>
  )
}

type LeadFactProps = TextFactProps & { href: string | null }

/** What is read aloud most: large, and a link where it can be one. */
export function LeadFact({ label, value, written, href, ...rest }: LeadFactProps) {
  if (!value?.trim()) return null
  const text = <Text>{written ?? value}</Text>
  return (
    <Fact label={label} copy={value} lead {...rest}>
      {href ? (
        <a className={styles.strong} href={href}>
          {text}
        </a>
      ) : (
        <span className={styles.strong}>{text}</span>
      )}
    </Fact>
  )
}

type MomentFactProps = { label: string; iso: string | undefined; danger?: boolean }

/** An instant with its zone named, and how long ago it was; what is no date is shown as it came. */
export function MomentFact({ label, iso, danger = false }: MomentFactProps) {
  const { locale, zone, now } = useIntl()
  if (!iso?.trim()) return null
  if (!parseInstant(iso)) return <TextFact label={label} value={iso} />
  const note = `${zoneName(iso, locale, zone)}, ${formatAgo(iso, now, locale)}`
  return (
    <Fact label={label} note={note} copy={iso}>
      <span className={danger ? 'text-danger' : undefined}>
        <Timestamp iso={iso} as="moment" />
      </span>
    </Fact>
  )
}
