'use client'

import { createColumnHelper } from '@tanstack/react-table'
import { ColumnHead } from '@/components/customers/table/column-head'
import { Answer, type CellProps } from '@/components/customers/table/customer-cells'
import styles from '@/components/customers/table/customer-cells.module.css'
import type { CustomerColumn } from '@/components/customers/table/customer-columns'
import type { CustomerRow } from '@/components/customers/table/customer-row'
import type { ListFeatures } from '@/components/list/list-features'
import { useIntl } from '@/components/ui/intl'
import { useFormatPhone } from '@/components/ui/phone'
import { Text, visibleText } from '@/components/ui/text'
import { extraColumnId, parseExtraColumn } from '@/lib/customers/columns/column-ids'
import { columnName } from '@/lib/customers/columns/column-name'
import { isColumnMasked } from '@/lib/customers/columns/masked-columns'
import { type ConsentAnswer, consentOf } from '@/lib/customers/model/consent'
import type { AttributeSetting, Customer } from '@/lib/customers/model/customer'
import { isTombstone } from '@/lib/customers/model/display-name'
import type { Messages } from '@/lib/messages/messages'
import { formatDate } from '@/lib/time'

/** Columns of what an account declares by itself: its attributes and its consent channels. */

const { accessor, columns } = createColumnHelper<ListFeatures<CustomerRow>, CustomerRow>()

/** An attribute as its account declares it; its name alone while that is not known. */
type Declared = Pick<AttributeSetting, 'name'> & Partial<Pick<AttributeSetting, 'type'>>

const sizes: Record<AttributeSetting['type'], number> = {
  string: 128,
  integer: 80,
  real: 80,
  boolean: 72,
  phonenumber: 122,
  email: 192,
  date: 96,
  'date-time': 96,
}
const isNumber = (type: AttributeSetting['type']) => type === 'integer' || type === 'real'

const attributeOf = ({ attributes }: Customer, name: string): unknown =>
  attributes && Object.hasOwn(attributes, name) ? attributes[name] : undefined

/** The values of an attribute as text, by their type; a value of another type is written as it is. */
function AttributeCell({ getValue, type }: CellProps<unknown> & { type: AttributeSetting['type'] | undefined }) {
  const { t, locale, zone } = useIntl()
  const formatPhone = useFormatPhone()
  const toText = (value: unknown): string => {
    if (value === undefined || value === null) return ''
    if (Array.isArray(value)) return value.map(toText).join(', ')
    if (typeof value === 'boolean') return value ? t.record.yes : t.record.no
    if (typeof value === 'number' && type && isNumber(type))
      return value.toLocaleString(locale, { maximumFractionDigits: 20 })
    if (typeof value !== 'string') return JSON.stringify(value)
    if (type === 'phonenumber') return formatPhone(value)
    // A date without a time has no zone, and never shifts by a day.
    if (type === 'date' || type === 'date-time') return formatDate(value, locale, type === 'date' ? 'UTC' : zone)
    return value
  }
  return visibleText(toText(getValue()))
}

function attributeColumn({ name, type }: Declared, isPersonal: boolean): CustomerColumn {
  const id = extraColumnId({ kind: 'attribute', name })
  return accessor(({ customer }) => attributeOf(customer, name), {
    id,
    header: (props) => (
      <ColumnHead {...props} title={name}>
        <Text>{name}</Text>
      </ColumnHead>
    ),
    cell: (props) => <AttributeCell {...props} type={type} />,
    meta: {
      size: sizes[type ?? 'string'],
      translate: 'no',
      className: type && isNumber(type) ? styles.number : styles.chosen,
      cardLabel: name,
      isPersonal,
    },
  })
}

function ChannelCell({ getValue }: CellProps<ConsentAnswer | null>) {
  const { t } = useIntl()
  const answer = getValue()
  return (
    answer && (
      <Answer answer={answer}>
        <span>{t.table.answers[answer]}</span>
      </Answer>
    )
  )
}

function channelColumn(name: string, t: Messages): CustomerColumn[] {
  const id = extraColumnId({ kind: 'consent', name })
  const head = columnName(id, t)
  return columns([
    accessor(({ customer }) => (isTombstone(customer) ? null : consentOf(customer, name).answer), {
      id,
      header: (props) => (
        <ColumnHead {...props} title={head}>
          <Text>{head}</Text>
        </ColumnHead>
      ),
      cell: ChannelCell,
      meta: { size: 112, className: styles.chosen, cardLabel: head },
    }),
  ])
}

/**
 * The columns with these ids that the account has. Without its settings, `undefined`, every attribute has one, whose values
 * are written as they are.
 */
export function extraColumns(
  ids: readonly string[],
  settings: readonly AttributeSetting[] | undefined,
  t: Messages,
): CustomerColumn[] {
  return ids.flatMap((id) => {
    const extra = parseExtraColumn(id)
    if (extra?.kind === 'consent') return channelColumn(extra.name, t)
    if (!extra) return []
    const { name } = extra
    const declared = settings?.find((setting) => setting.name === name)
    return (declared ?? !settings) ? attributeColumn(declared ?? { name }, isColumnMasked(id, settings)) : []
  })
}
