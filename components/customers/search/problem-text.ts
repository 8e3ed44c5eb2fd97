import type { Problem } from '@/lib/customers/search-text/problem'
import { fill, type Messages } from '@/lib/messages/messages'

/** The message for a problem in a search text: what is wrong, and what would be right. */
export function problemText({ kind, value, expected }: Problem, { problems }: Messages, locale: string): string {
  if (kind === 'not_offered') {
    const reasons: Record<string, string> = problems.not_offered
    return reasons[value] ?? value
  }
  const list = new Intl.ListFormat(locale, { type: 'disjunction' }).format(expected)
  return fill(problems[kind], { value, expected: list })
}
