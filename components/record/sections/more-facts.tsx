'use client'

import { Fact, Facts, MomentFact, TextFact } from '@/components/record/facts/facts'
import styles from '@/components/record/facts/facts.module.css'
import { RevealTool } from '@/components/record/reveal/reveal-tool'
import { FormerIdsFact } from '@/components/record/sections/identity-facts'
import type { SectionProps } from '@/components/record/sections/section'
import { TermsFact } from '@/components/record/sections/terms-fact'
import { useIntl } from '@/components/ui/intl'
import { Text } from '@/components/ui/text'
import { filterLink } from '@/lib/customers/filters/filter-link'
import { valueWord } from '@/lib/customers/format/value-word'
import type { Customer } from '@/lib/customers/model/customer'
import { maskText } from '@/lib/customers/model/masked'

function EnrolledBy({ enrolled_by: source }: Customer) {
  const { t, locale } = useIntl()
  const type = source?.type?.trim()
  const value = source?.value?.trim()
  if (!type) return <TextFact label={t.record.enrolledBy} value={value} />
  const isMasked = value === maskText
  return (
    <Fact
      label={t.record.enrolledBy}
      note={
        value && (
          <>
            <Text>{value}</Text>
            <RevealTool field="enrolled_by" what={t.record.enrolledBy.toLocaleLowerCase(locale)} isMasked={isMasked} />
          </>
        )
      }
      copy={value && !isMasked ? value : type}
    >
      <Text>{valueWord('enrolled_by', type, t)}</Text>
    </Fact>
  )
}

/** The facts of the overview that are seldom asked for, folded so that consent stands in view. Print shows them. */
export function MoreFacts({ accountId, customer, record }: Omit<SectionProps, 'layout'>) {
  const { t } = useIntl()
  return (
    <details className={styles.fold}>
      <summary>{t.record.more}</summary>
      <Facts>
        <Fact label={t.record.type} filter={filterLink(accountId, { type: customer.type })}>
          {t.types[customer.type]}
        </Fact>
        <TextFact
          label={t.record.gender}
          field="gender"
          value={customer.gender}
          formatted={valueWord('gender', customer.gender, t)}
        />
        <EnrolledBy {...customer} />
        <TermsFact accountId={accountId} term={customer.term} />
        <MomentFact label={t.record.created} iso={customer.created_at} />
        <TextFact label={t.record.createdBy} value={customer.created_by} exact />
        <MomentFact label={t.record.updated} iso={customer.updated_at} />
        <MomentFact label={t.record.readAt} iso={record?.read_at} />
        <TextFact label={t.record.id} value={customer.id} exact />
        <FormerIdsFact customer={customer} />
      </Facts>
    </details>
  )
}
