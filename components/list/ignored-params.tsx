'use client'

import { ListFilter } from 'lucide'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { useIntl } from '@/components/ui/intl'
import { Strip } from '@/components/ui/strip'
import { Text } from '@/components/ui/text'
import { fill, type Messages } from '@/lib/messages/messages'

type IgnoredParam = {
  field: string
  reason: 'unknown' | 'doubled' | 'invalid'
  /** Names the text that says what a right value is; absent for an unknown parameter. */
  expected?: keyof Messages['expected']
}

type IgnoredParamsProps = {
  params: readonly IgnoredParam[]
  /** The URL of the list without the ignored parameters. */
  getCleanUrl: () => string
}

/** The search params that the list ignores, each with the reason, until the person dismisses them. */
export function IgnoredParams({ params, getCleanUrl }: IgnoredParamsProps) {
  const { t } = useIntl()
  const [isDismissed, setIsDismissed] = useState(false)
  if (isDismissed) return null
  const dismiss = () => {
    window.history.replaceState(null, '', getCleanUrl())
    setIsDismissed(true)
  }
  return (
    <Strip
      tone="warn"
      icon={ListFilter}
      actions={
        <Button size="small" onClick={dismiss}>
          {t.notice.dismiss}
        </Button>
      }
    >
      <b className="font-medium">{t.notice.title}</b>{' '}
      {params.map(({ field, reason, expected }, index) => (
        <span key={field} className="text-text-2">
          <span>{index > 0 && '; '}</span>
          <Text translate="yes">
            {fill(t.notice[reason], { field, expected: expected ? t.expected[expected] : '' })}
          </Text>
        </span>
      ))}
    </Strip>
  )
}
