'use client'

import { CloudOff, ListFilter } from 'lucide-react'
import type { Activity } from '@/components/activity/use-activity'
import { Button, buttonClass } from '@/components/ui/button'
import { failureText } from '@/components/ui/failure-text'
import { useIntl } from '@/components/ui/intl'
import { RequestId } from '@/components/ui/request-id'
import { Say } from '@/components/ui/say'
import { Strip } from '@/components/ui/strip'
import { Text } from '@/components/ui/text'
import type { ApiError } from '@/lib/api-error'
import type { QueryProblem } from '@/lib/customers/read-customer-query'
import { fill } from '@/lib/messages/messages'
import { routes } from '@/lib/routes'
import { formatTime } from '@/lib/time'

function WayOut({ error, retry }: { error: ApiError; retry: () => void }) {
  const { t } = useIntl()
  if (error.code !== 'unauthenticated')
    return (
      <Button size="small" onClick={retry}>
        {t.errors.tryAgain}
      </Button>
    )
  const back = typeof window === 'undefined' ? undefined : `${window.location.pathname}${window.location.search}`
  return (
    <a className={buttonClass({ size: 'small' })} href={routes.signIn(back)}>
      {t.errors.signIn}
    </a>
  )
}

type FailureProps = { error: ApiError; retry: () => void }

/** Above the rows that were there before: they stay, and their age is told. */
export function OldEventsStrip({ readAt, ...failure }: FailureProps & Pick<Activity, 'readAt'>) {
  const { t, locale, zone } = useIntl()
  const { title, text } = failureText(t.errors, failure.error)
  const time = formatTime(new Date(readAt).toISOString(), locale, zone)
  return (
    <Strip tone="bad" icon={CloudOff} role="alert" actions={<WayOut {...failure} />}>
      <b className="font-medium">{title}</b>{' '}
      <span className="text-text-2">
        {text} {fill(t.errors.oldRows, { time })}
      </span>
    </Strip>
  )
}

/** In place of rows that could not be read. */
export function ActivityFailure(failure: FailureProps) {
  const { t } = useIntl()
  const { title, text } = failureText(t.errors, failure.error)
  return (
    <div role="alert">
      <Say
        title={title}
        actions={
          <>
            <WayOut {...failure} />
            <RequestId id={failure.error.request_id} />
          </>
        }
      >
        {text}
      </Say>
    </div>
  )
}

/** In place of rows where there are none: none at all, or none that match. */
export function NoEvents({ isFiltered, clear }: Pick<Activity, 'isFiltered' | 'clear'>) {
  const { t } = useIntl()
  if (!isFiltered) return <Say title={t.activity.none}>{t.activity.noneText}</Say>
  return (
    <Say title={t.activity.noMatch} actions={<Button onClick={clear}>{t.filters.clear}</Button>}>
      {t.activity.noMatchText}
    </Say>
  )
}

/** What was left out of the address, and why; the rows are those of the rest. */
export function LeftOut({ problems, clean }: { problems: QueryProblem[]; clean: () => void }) {
  const { t } = useIntl()
  return (
    <Strip
      tone="warn"
      icon={ListFilter}
      actions={
        <Button size="small" onClick={clean}>
          {t.notice.dismiss}
        </Button>
      }
    >
      <b className="font-medium">{t.notice.title}</b>{' '}
      <span className="text-text-2">
        <Text>
          {problems.map(({ field, reason, expected }) => fill(t.notice[reason], { field, expected })).join('; ')}
        </Text>
      </span>
    </Strip>
  )
}
