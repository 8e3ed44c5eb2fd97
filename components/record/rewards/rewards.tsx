'use client'

import { Cards } from '@/components/record/rewards/cards'
import { Rules } from '@/components/record/rewards/rules'
import { Heading, type HeadingLevel } from '@/components/record/view/record-heading'
import { useIntl } from '@/components/ui/intl'

type Props = { accountId: string; customerId: string; level: HeadingLevel }

/** Cards and rewards come from two APIs with a scope each: when one of them is missing, the other is shown. */
export function Rewards({ accountId, customerId, level }: Props) {
  const { t } = useIntl()
  return (
    <>
      <Heading level={level} className="pt-1 text-12 text-text-2">
        {t.rewards.usable}
      </Heading>
      <Rules accountId={accountId} customerId={customerId} />
      <Heading level={level} className="pt-3 text-12 text-text-2">
        {t.rewards.cards}
      </Heading>
      <Cards accountId={accountId} customerId={customerId} />
    </>
  )
}
