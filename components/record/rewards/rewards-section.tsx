'use client'

import type { SectionProps } from '@/components/record/sections/section'
import { SectionInView } from '@/components/record/sections/section-in-view'
import { sectionLevel } from '@/components/record/view/record-heading'
import { useIntl } from '@/components/ui/intl'
import { lazyComponent } from '@/components/ui/lazy-component'

const Rewards = lazyComponent(
  () => import('@/components/record/rewards/rewards'),
  (all) => all.Rewards,
)

/** The gift cards of a customer, and what they can use now. */
export function RewardsSection({ accountId, customer, layout }: SectionProps) {
  const { t } = useIntl()
  return (
    <SectionInView id="rewards" title={t.record.rewards} layout={layout}>
      <Rewards accountId={accountId} customerId={customer.customer_id} level={sectionLevel[layout] === 2 ? 3 : 4} />
    </SectionInView>
  )
}
