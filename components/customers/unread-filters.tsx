'use client'

import { ListFilter } from 'lucide'
import Link from 'next/link'
import { useSearchParams } from 'next/navigation'
import { ListBody, type ListFrame } from '@/components/customers/list-body'
import { getCleanUrl } from '@/components/customers/list-notices'
import { Button, buttonClass } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { useIntl } from '@/components/ui/intl'
import { StateMessage } from '@/components/ui/state-message'
import { Text } from '@/components/ui/text'
import { isFiltered } from '@/lib/customers/filters/customer-query'
import type { QueryProblem } from '@/lib/customers/filters/parse-customer-query'
import { fill, type Messages } from '@/lib/messages/messages'

/** Filters whose value can be searched for as it stands: the box understands more spellings than an address. */
const searchable = /^(email|phone|phone_number|customer_id|id|search)$/i

function problemText(problem: QueryProblem, value: string, { unread, expected }: Messages): string {
  const { field, reason } = problem
  return fill(unread[reason], { field, value, ...('expected' in problem && { expected: expected[problem.expected] }) })
}

type Props = ListFrame & { problems: readonly QueryProblem[] }

/**
 * In place of the rows, where a filter in the URL or the text of the plain form cannot be read: without it the list would
 * show customers whom nobody has asked for. Says what is wrong with each, and what to do.
 */
export function UnreadFilters({ problems, ...frame }: Props) {
  const { t } = useIntl()
  const words = t.unread
  const given = useSearchParams()
  const { filters } = frame.url
  const [first] = problems
  const value = (problems.length === 1 && first && searchable.test(first.field) && given.get(first.field)?.trim()) || ''
  const hasOthers = isFiltered(filters) || filters.only !== null
  return (
    <ListBody
      {...frame}
      rows={[]}
      isStale={false}
      notices={null}
      placeholder={
        <StateMessage
          isAnnounced
          title={problems.length === 0 ? words.text : problems.length === 1 ? words.filter : words.filters}
          actions={
            <>
              {value !== '' && (
                <Link
                  href={`?${new URLSearchParams({ q: value })}`}
                  prefetch={false}
                  className={`${buttonClass({ variant: 'primary' })} max-w-full`}
                >
                  <span className="truncate">
                    <Text translate="yes">{fill(words.search, { value })}</Text>
                  </span>
                </Link>
              )}
              <Button onClick={() => window.history.replaceState(null, '', getCleanUrl())}>
                <Icon of={ListFilter} size={12} />
                <span>{hasOthers ? words.without : words.everybody}</span>
              </Button>
            </>
          }
        >
          {problems.length === 0 ? (
            <p>{words.inBox}</p>
          ) : (
            <ul>
              {problems.map((problem) => (
                <li key={problem.field} className="wrap-anywhere">
                  <Text translate="yes">{problemText(problem, given.get(problem.field) ?? '', t)}</Text>
                </li>
              ))}
            </ul>
          )}
          <p>{words.waiting}</p>
        </StateMessage>
      }
      footer={null}
    />
  )
}
