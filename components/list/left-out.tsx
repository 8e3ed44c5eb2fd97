'use client'

import { ListFilter } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { useIntl } from '@/components/ui/intl'
import { Strip } from '@/components/ui/strip'
import { Text } from '@/components/ui/text'
import { fill } from '@/lib/messages/messages'

type Problem = { field: string; reason: 'unknown' | 'doubled' | 'invalid'; expected: string }

/** What was left out of an address, and why; the rows are those of the rest. */
export function LeftOut({ problems, onDismiss }: { problems: readonly Problem[]; onDismiss: () => void }) {
  const { t } = useIntl()
  return (
    <Strip
      tone="warn"
      icon={ListFilter}
      actions={
        <Button size="small" onClick={onDismiss}>
          {t.notice.dismiss}
        </Button>
      }
    >
      <b className="font-medium">{t.notice.title}</b>{' '}
      {problems.map(({ field, reason, expected }, index) => (
        <span key={field} className="text-text-2">
          {index > 0 && '; '}
          <Text>{fill(t.notice[reason], { field, expected })}</Text>
        </span>
      ))}
    </Strip>
  )
}
