'use client'

import type { SectionProps } from '@/components/record/sections/section'
import { SectionInView } from '@/components/record/sections/section-in-view'
import { useIntl } from '@/components/ui/intl'
import { lazyComponent } from '@/components/ui/lazy-component'

const Purchases = lazyComponent(
  () => import('@/components/record/purchases/purchases'),
  (all) => all.Purchases,
)

const ContactPurchases = lazyComponent(
  () => import('@/components/record/purchases/contact-purchases'),
  (all) => all.ContactPurchases,
)

/** What a customer has bought, and apart from it what the contacts of a company have. */
export function PurchasesSection({ accountId, customer, layout }: SectionProps) {
  const { t } = useIntl()
  return (
    <SectionInView id="purchases" title={t.record.purchases} layout={layout}>
      <Purchases accountId={accountId} customer={customer} />
      {customer.type === 'company' && <ContactPurchases accountId={accountId} customer={customer} layout={layout} />}
    </SectionInView>
  )
}
