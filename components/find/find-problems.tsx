import Link from 'next/link'
import { buttonClass } from '@/components/ui/button'
import { StateMessage } from '@/components/ui/state-message'
import { Text } from '@/components/ui/text'
import { routes } from '@/lib/api/routes'
import type { QueryProblem } from '@/lib/customers/filters/parse-customer-query'
import { maxSearchLength } from '@/lib/customers/filters/search'
import { formatPhone } from '@/lib/customers/format/format-phone'
import type { FindLink, FindTarget } from '@/lib/customers/links/find-link'
import { fill, type Messages } from '@/lib/messages/messages'

/** A longer value is cut: it is nobody's, and the sentence around it is to be read. */
const maxShown = 100
const toShown = (value: string) => (value.length > maxShown ? `${value.slice(0, maxShown)}…` : value)

function problemText(problem: QueryProblem, value: string, known: string, { find, expected }: Messages): string {
  const { field, reason } = problem
  return fill(find[reason], {
    field: toShown(field),
    value: toShown(value),
    known,
    ...('expected' in problem && { expected: expected[problem.expected] }),
  })
}

/** What is wrong with the address, a sentence each. */
function toSentences({ targets, problems, unread, isHidden, ...link }: FindLink, t: Messages): string[] {
  if (isHidden) return [t.find.hiddenText]
  const known = link.known.join(', ')
  if (problems.length === 0) return [fill(targets.length === 0 ? t.find.none : t.find.several, { known })]
  return problems.map((problem) => problemText(problem, unread[problem.field] ?? '', known, t))
}

const targetText = ({ name, value }: FindTarget) => (name === 'phone' ? formatPhone(value) : value)

type FindProblemsProps = { t: Messages; accountId: string; link: FindLink }

/** In place of a customer, where an address of `/find` names nobody, or more than one: why, and what can be done now. */
export function FindProblems({ t, accountId, link }: FindProblemsProps) {
  const { targets, problems, unread, isHidden } = link
  const [text = ''] = targets.length === 0 && problems.length === 1 ? Object.values(unread) : []
  const query = problems[0]?.reason === 'invalid' && text.length <= maxSearchLength ? text.trim() : ''
  const choices = [
    ...targets.map((target) => ({ href: target.href, text: fill(t.find.goOn, { value: targetText(target) }) })),
    ...(query === ''
      ? []
      : [
          {
            href: routes.customers(accountId, new URLSearchParams({ q: query })),
            text: fill(t.find.search, { value: toShown(query) }),
          },
        ]),
  ]
  return (
    <StateMessage
      level={1}
      title={isHidden ? t.find.hidden : targets.length > 1 && problems.length === 0 ? t.find.choose : t.find.title}
      actions={
        <>
          {choices.map((choice) => (
            <Link key={choice.href} href={choice.href} prefetch={false} className={`${buttonClass()} max-w-full`}>
              <span className="min-w-0 truncate">
                <Text translate="yes">{choice.text}</Text>
              </span>
            </Link>
          ))}
          <Link href={routes.customers(accountId)} prefetch={false} className={buttonClass()}>
            {t.errors.goHome}
          </Link>
        </>
      }
    >
      {toSentences(link, t).map((sentence) => (
        <p key={sentence} className="wrap-anywhere">
          <Text translate="yes">{sentence}</Text>
        </p>
      ))}
    </StateMessage>
  )
}
