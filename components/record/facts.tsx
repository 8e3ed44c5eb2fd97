'use client'

import type { ReactNode } from 'react'
import styles from '@/components/record/facts.module.css'
import { CopyButton } from '@/components/ui/copyable'
import { useIntl } from '@/components/ui/intl'
import { Text } from '@/components/ui/text'
import { Timestamp } from '@/components/ui/timestamp'
import { formatAgo, parseInstant, zoneName } from '@/lib/time'

/** Labels and values, one below the other; `two` puts short ones side by side where there is room. */
export function Facts({ two = false, children }: { two?: boolean; children: ReactNode }) {
  return <dl className={`${styles.facts} ${two ? styles.two : ''}`}>{children}</dl>
}

type FactProps = {
  label: string
  /** What the copy button beside the value copies. */
  copy?: string
  /** What stands after the value, more quietly. */
  note?: ReactNode
  children: ReactNode
}

/** One label with its value. */
export function Fact({ label, copy, note, children }: FactProps) {
  const { locale } = useIntl()
  return (
    <div className={styles.fact}>
      <dt className={styles.label}>{label}</dt>
      <dd className={styles.value}>
        <span className={styles.text}>{children}</span>
        {copy && <CopyButton value={copy} what={label.toLocaleLowerCase(locale)} />}
        {note && <span className={styles.note}>{note}</span>}
      </dd>
    </div>
  )
}

type TextFactProps = { label: string; value: string | undefined; copyable?: boolean }

/** A fact that is upstream text; a missing or blank one leaves its row out. */
export function TextFact({ label, value, copyable = false }: TextFactProps) {
  if (!value?.trim()) return null
  return (
    <Fact label={label} copy={copyable ? value : undefined}>
      <Text>{value}</Text>
    </Fact>
  )
}

type LeadFactProps = { label: string; value: string | undefined; written?: string; href: string | null }

/** What is read aloud most: large, a link where it can be one, and always to be copied. */
export function LeadFact({ label, value, written, href }: LeadFactProps) {
  if (!value?.trim()) return null
  const text = <Text>{written ?? value}</Text>
  return (
    <Fact label={label} copy={value}>
      {href ? (
        <a className={styles.lead} href={href}>
          {text}
        </a>
      ) : (
        <span className={styles.lead}>{text}</span>
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
    <Fact label={label} note={note}>
      <span className={danger ? 'text-danger' : undefined}>
        <Timestamp iso={iso} as="moment" />
      </span>
    </Fact>
  )
}
