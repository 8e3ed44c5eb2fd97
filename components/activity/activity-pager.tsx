'use client'

import type { Activity } from '@/components/activity/use-activity'
import { PageButtons, pagerClass, TimesZone } from '@/components/list/page-buttons'
import { useIntl } from '@/components/ui/intl'
import { fill } from '@/lib/messages/messages'

const pageRows = 50

type ActivityPagerProps = Pick<Activity, 'at' | 'onFirst' | 'onPrevious' | 'onNext'> & { rows: number }

/** First, previous, next, and which rows these are. */
export function ActivityPager({ rows, at, onFirst, onPrevious, onNext }: ActivityPagerProps) {
  const { t, locale } = useIntl()
  const number = (value: number) => value.toLocaleString(locale)
  const from = at === null ? null : (at - 1) * pageRows + 1
  return (
    <nav aria-label={t.pager.label} className={pagerClass}>
      <b className="font-medium text-12" data-range>
        {rows === 0
          ? t.pager.none
          : from !== null && fill(t.pager.range, { from: number(from), to: number(from + rows - 1) })}
      </b>
      <span className="hidden text-12 text-text-2 wide:inline">{t.pager.newestFirst}</span>
      <span className="flex-auto" />
      <TimesZone className="wide:inline" />
      <PageButtons onFirst={onFirst} onPrevious={onPrevious} onNext={onNext} />
    </nav>
  )
}
