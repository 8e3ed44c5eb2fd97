'use client'

import { useQuery } from '@tanstack/react-query'
import { Fact, MomentFact, TextFact } from '@/components/record/facts/facts'
import { QueryFailure } from '@/components/record/facts/query-content'
import { useIntl } from '@/components/ui/intl'
import { Text } from '@/components/ui/text'
import { Timestamp } from '@/components/ui/time/timestamp'
import { accountQueries } from '@/lib/api/queries/account'
import type { Customer } from '@/lib/customers/model/customer'
import { fill } from '@/lib/messages/messages'
import { formatDate, parseInstant } from '@/lib/time'

/** The first words of the terms, which serve as their title. */
const beginning = (terms: string) => /^.{0,60}?(?=[.\n]|$)/s.exec(terms.trim())?.[0] || terms.trim().slice(0, 60)

/** Which terms were accepted and when, with their text. Every text is fetched once. */
export function TermsFact({ accountId, term }: { accountId: string; term: Customer['term'] }) {
  const { t, locale, zone } = useIntl()
  const id = term?.id
  // The id of terms is a UUID; without one there is nothing to fetch.
  const query = useQuery({ ...accountQueries.term(accountId, id ?? ''), enabled: Boolean(id) })
  if (!id) return <MomentFact label={t.record.terms} iso={term?.accepted_at} />
  const found = query.data?.term
  const accepted = term.accepted_at
  const note = (
    <>
      {accepted && (parseInstant(accepted) ? <Timestamp iso={accepted} as="moment" /> : <Text>{accepted}</Text>)}
      {found?.deleted_at && (
        <span className="ml-1 text-danger">
          {` ${fill(t.record.termsDeleted, { date: formatDate(found.deleted_at, locale, zone) })}`}
        </span>
      )}
    </>
  )
  const isUnknown = query.error?.code === 'not_found'
  if (!found?.terms)
    return (
      <>
        <TextFact label={t.record.terms} value={id} note={isUnknown ? t.record.termsUnknown : note} />
        {!isUnknown && <QueryFailure query={query} failed={t.record.partFailed.terms} />}
      </>
    )
  return (
    <Fact label={t.record.terms} copy={found.terms} note={note}>
      <details>
        <summary className="cursor-pointer">
          <Text>{beginning(found.terms)}</Text>
        </summary>
        <p className="wrap-anywhere max-w-sentence whitespace-pre-line py-1 text-text-2">
          <Text>{found.terms}</Text>
        </p>
      </details>
    </Fact>
  )
}
