'use client'

import { Fragment, type ReactNode } from 'react'
import { Fact, Facts, MaskedText, MomentFact, TextFact } from '@/components/record/facts/facts'
import { useIntl } from '@/components/ui/intl'
import { useFormatPhone } from '@/components/ui/phone'
import { Text } from '@/components/ui/text'
import { addressLines } from '@/lib/customers/format/address-lines'
import { formatOrganizationNumber } from '@/lib/customers/format/organization-number'
import { maskText } from '@/lib/customers/model/masked'
import type { Receipt } from '@/lib/customers/receipts/receipt'
import { statusWord } from '@/lib/customers/receipts/status-word'

/** Texts below each other; a masked one is a mask. */
function Lines({ texts }: { texts: readonly (string | undefined)[] }) {
  const shown = texts.flatMap((text) => (text?.trim() ? [text.trim()] : []))
  return [...new Set(shown)].map((text) => (
    <span key={text} className="block">
      {text === maskText ? <MaskedText /> : <Text>{text}</Text>}
    </span>
  ))
}

function Delivery({ delivery }: { delivery: NonNullable<Receipt['delivery']> }) {
  const { t, locale } = useIntl()
  const formatPhone = useFormatPhone()
  const { first_name, last_name, email, phone_number, address } = delivery
  const isMasked = [...Object.values(delivery), ...Object.values(address ?? {})].includes(maskText)
  const name = [first_name, last_name].filter(Boolean).join(' ')
  const texts = isMasked
    ? [maskText]
    : [name, ...(address ? addressLines(address, locale) : []), email, phone_number && formatPhone(phone_number)]
  if (texts.every((text) => !text?.trim())) return null
  return (
    <Fact label={t.purchases.delivery}>
      <Lines texts={texts} />
    </Fact>
  )
}

function Store({ store }: { store: NonNullable<Receipt['store']> }) {
  const { t, locale } = useIntl()
  const { name, business_name, organization_number, phone_number, address } = store
  const formatPhone = useFormatPhone()
  const lines = [name, business_name, ...(address ? addressLines(address, locale) : [])]
  return (
    <>
      <Fact label={t.purchases.store}>
        <Lines texts={[...lines, phone_number && formatPhone(phone_number)]} />
      </Fact>
      <TextFact
        label={t.record.organizationNumber}
        value={organization_number}
        formatted={organization_number && formatOrganizationNumber(organization_number)}
      />
    </>
  )
}

type Props = {
  receipt: Receipt
  /** The earlier id of the customer under which the receipt is kept, if it is one. */
  formerId?: string
}

/** All of a receipt beside its lines and amounts: its numbers, and where, when and by whom it was sold. */
export function ReceiptFacts({ receipt, formerId }: Props) {
  const { t } = useIntl()
  const { store, delivery, discount_code, extra_info } = receipt
  const masked = (text: string | undefined, label: string): ReactNode =>
    text === maskText ? (
      <Fact label={label}>
        <MaskedText />
      </Fact>
    ) : (
      <TextFact label={label} value={text} />
    )
  return (
    <Facts>
      {discount_code.length > 0 && masked([...new Set(discount_code)].join(', '), t.purchases.codes)}
      <TextFact label={t.purchases.receiptNumber} value={receipt.receipt_id} exact />
      <TextFact label={t.purchases.orderNumber} value={receipt.order_number} exact />
      <MomentFact label={t.purchases.bought} iso={receipt.at} />
      <MomentFact label={t.record.deleted} iso={receipt.deleted_at} danger />
      <TextFact label={t.purchases.status} value={statusWord(receipt.entry_status, t)} />
      {store && <Store store={store} />}
      <TextFact label={t.purchases.salesperson} value={receipt.salesperson_name} />
      <TextFact label={t.purchases.operator} value={receipt.operator_name} />
      {delivery && <Delivery delivery={delivery} />}
      {masked(receipt.comment, t.purchases.comment)}
      {masked(receipt.receipt_text, t.purchases.receiptText)}
      {extra_info.map(({ key, value }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a key may come twice
        <Fragment key={at}>{masked(value, key)}</Fragment>
      ))}
      <TextFact label={t.purchases.underId} value={formerId} exact />
    </Facts>
  )
}
