'use client'

import { useQuery } from '@tanstack/react-query'
import { Fact, MomentFact, TextFact } from '@/components/record/facts/facts'
import { QueryFailure } from '@/components/record/facts/query-content'
import { useIntl } from '@/components/ui/intl'
import { Text } from '@/components/ui/text'
import { Timestamp } from '@/components/ui/timestamp'
import { accountQueries } from '@/lib/api/queries/account'
import type { Customer } from '@/lib/customers/model/customer'
import { parseInstant } from '@/lib/time'

/** The first words of the terms, which serve as their title. */
const beginning = (terms: string) => /^.{0,60}?(?=[.\n]|$)/s.exec(terms.trim())?.[0] || terms.trim().slice(0, 60)

/** Which terms were accepted and when, with their text. The texts are fetched once for the account. */
export function TermsFact({ accountId, term }: { accountId: string; term: Customer['term'] }) {
  const { t } = useIntl()
  const id = term?.id
  const query = useQuery({ ...accountQueries.terms(accountId), enabled: id !== undefined })
  if (!id) return <MomentFact label={t.record.terms} iso={term?.accepted_at} />
  const found = query.data?.terms.find((one) => one.id === id)
  const accepted = term.accepted_at
  const note = accepted && (parseInstant(accepted) ? <Timestamp iso={accepted} as="moment" /> : <Text>{accepted}</Text>)
  if (!found?.terms)
    return (
      <>
        <TextFact label={t.record.terms} value={id} note={query.data ? t.record.termsUnknown : note} />
        <QueryFailure query={query} failed={t.record.partFailed.terms} />
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
