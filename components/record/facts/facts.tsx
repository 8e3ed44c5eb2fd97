'use client'

import { ListFilter } from 'lucide'
import Link from 'next/link'
import type { ReactNode } from 'react'
import styles from '@/components/record/facts/facts.module.css'
import { RevealTool } from '@/components/record/reveal/reveal-tool'
import { toolClass } from '@/components/ui/button'
import { CopyButton } from '@/components/ui/copy-button'
import { Icon } from '@/components/ui/icon'
import { useIntl } from '@/components/ui/intl'
import { Text } from '@/components/ui/text'
import { formatAgo } from '@/components/ui/time/format-ago'
import { Timestamp } from '@/components/ui/time/timestamp'
import { maskText } from '@/lib/customers/model/masked'
import type { RevealField } from '@/lib/customers/model/reveal'
import { fill } from '@/lib/messages/messages'
import { parseInstant, zoneName } from '@/lib/time'

/** A list of labels and values; `two` puts short ones in two columns where there is room. */
export function Facts({ two = false, children }: { two?: boolean; children: ReactNode }) {
  return <dl className={`${styles.facts} ${two ? styles.two : ''}`}>{children}</dl>
}

type FilterLinkProps = { href: string; what: string; className?: string }

/** A link to all customers with the same value, for properties that Dintero can filter by. */
export function FilterLink({ href, what, className = '' }: FilterLinkProps) {
  const { t } = useIntl()
  const label = fill(t.record.filterBy, { what })
  return (
    <Link href={href} prefetch={false} aria-label={label} title={label} className={`${toolClass} ${className}`}>
      <Icon of={ListFilter} size={12} />
    </Link>
  )
}

/** Stands in place of a value that is there and that the person may not see. */
export function MaskedText() {
  const { t } = useIntl()
  return (
    <>
      <span className={styles.masked}>{maskText}</span>
      <span className="sr-only"> {t.record.maskedValue}</span>
    </>
  )
}

type FactProps = {
  label: string
  /** The name under which a masked value can be revealed. */
  field?: RevealField
  /** What the copy button beside the value copies. */
  copy?: string
  /** The URL of the list of all customers with the same value. */
  filter?: string
  /** Shows the tools without hover, for the facts that are used most on the phone. */
  lead?: boolean
  /** A face in which `l`, `I` and `1` differ, for values that are read letter by letter. */
  exact?: boolean
  /** A secondary text after the value. */
  note?: ReactNode
  children: ReactNode
}

/** One label with its value. */
export function Fact({ label, field, copy, filter, lead = false, exact = false, note, children }: FactProps) {
  const { t, locale } = useIntl()
  const what = label.toLocaleLowerCase(locale)
  const isMasked = copy === maskText
  const copyTool = copy && !isMasked && <CopyButton value={copy} what={what} className={lead ? '' : styles.quiet} />
  return (
    <div className={styles.fact}>
      <dt className={styles.label}>{label}</dt>
      <dd className={styles.value}>
        <span className={`${styles.text} ${isMasked ? styles.masked : ''} ${exact ? styles.exact : ''}`}>
          {children}
        </span>
        {isMasked && <span className="sr-only">{t.record.maskedValue}</span>}
        {lead && copyTool}
        {field && <RevealTool field={field} what={what} isMasked={isMasked} />}
        {note && <span className={styles.note}>{note}</span>}
        {/* Last, so that hidden tools leave no gap between the value and its note. */}
        <span className={styles.tools}>
          {!lead && copyTool}
          {filter && !isMasked && <FilterLink href={filter} what={what} className={styles.quiet} />}
        </span>
      </dd>
    </div>
  )
}

type TextFactProps = Pick<FactProps, 'label' | 'field' | 'filter' | 'lead' | 'exact' | 'note'> & {
  value: string | undefined
  /** The formatted value, where it is not shown unchanged. */
  formatted?: string
}

/** A fact that is upstream text, and is copied unchanged. A missing or blank value has no row. */
export function TextFact({ value, formatted, ...rest }: TextFactProps) {
  if (!value?.trim()) return null
  return (
    <Fact {...rest} copy={value}>
      <Text>{formatted ?? value}</Text>
    </Fact>
  )
}

type LeadFactProps = TextFactProps & { href: string | null }

/** One of the facts that are used most on the phone: larger, and a link where `href` is given. */
export function LeadFact({ label, value, formatted, href, ...rest }: LeadFactProps) {
  if (!value?.trim()) return null
  const text = <Text>{formatted ?? value}</Text>
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

/** An instant with its time zone and relative time; a value that is no date is shown unchanged. */
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
