'use client'

import { type CellProps, marksOf } from '@/components/customers/table/customer-cells'
import styles from '@/components/customers/table/customer-cells.module.css'
import type { CustomerRow } from '@/components/customers/table/customer-row'
import { MarkedText } from '@/components/customers/table/marked-text'
import { useRowActions } from '@/components/customers/table/row-actions'
import wordsHead from '@/components/customers/table/words-head.module.css'
import { type Intl as PersonIntl, useIntl } from '@/components/ui/intl'
import { visibleText } from '@/components/ui/text'
import { displayName, isTombstone } from '@/lib/customers/model/display-name'
import { maskText } from '@/lib/customers/model/masked'
import { fill, plural } from '@/lib/messages/messages'

const shortId = (id: string) => id.slice(0, 8)

/** The reason why the row is listed, as far as it follows from its page. */
function reasonText({ customer, reason }: CustomerRow, { t, locale }: PersonIntl): string | null {
  if (isTombstone(customer))
    return customer.deleted_by ? fill(t.table.byClient, { client: shortId(customer.deleted_by) }) : null
  switch (reason?.kind) {
    case undefined:
      return null
    case 'also_named':
      return fill(t.table.alsoNamed, { name: reason.name })
    case 'changed':
      return t.table.changedNow
    case 'through_some_contact':
      return t.table.throughSomeContact
    case 'through_contact':
      return fill(t.table.throughContact, { name: reason.name })
    case 'contact_of':
      return plural(t.table.contactOf, reason.count, locale)
    case 'email_also_on': {
      const types = reason.types.map((type) => t.table.ofType[type])
      return fill(t.table.emailAlsoOn, { types: new Intl.ListFormat(locale).format(types) })
    }
  }
}

/** The name as a link to the record, and the reason why the row is listed. */
export function NameCell({ row }: CellProps<string>) {
  const intl = useIntl()
  const { t } = intl
  const { getRecordHref, explain } = useRowActions()
  const { customer, isUnexplained, beginsByWord } = row.original
  const isDeleted = isTombstone(customer)
  const isMasked = customer.email === maskText || customer.phone_number === maskText
  const given = isDeleted ? '' : displayName(customer)
  const name = given || (isDeleted ? t.table.deletedCustomer : t.table.noName)
  const reason = reasonText(row.original, intl)
  const cell = (
    <div className={styles.nameCell}>
      <svg aria-hidden="true" className="icon size-3.5">
        <use href={`#row-${isDeleted ? 'gone' : isMasked ? 'masked' : customer.type}`} />
      </svg>
      {/* The key, because only a translated name may become another text within the same element. */}
      <a
        key={name === given ? 'given' : 'ours'}
        translate={name === given ? 'no' : undefined}
        className={styles.nameLink}
        href={getRecordHref(customer.customer_id)}
      >
        {name === given ? <MarkedText text={name} marks={marksOf(row.original, 'name')} /> : name}
      </a>
      {reason !== null && <span className={styles.reason}>{visibleText(reason)}</span>}
      {isUnexplained && explain && (
        <button type="button" onClick={explain} className={styles.why} aria-label={fill(t.table.whyRow, { name })}>
          {t.table.why}
        </button>
      )}
    </div>
  )
  if (beginsByWord === null) return cell
  return (
    <>
      <h2 className={wordsHead.head}>{visibleText(fill(t.table.eachWordOf, { text: beginsByWord }))}</h2>
      {cell}
    </>
  )
}
