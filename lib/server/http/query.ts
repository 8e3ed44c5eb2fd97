import 'server-only'
import type { QueryProblem } from '@/lib/customers/filters/parse-customer-query'
import { en } from '@/lib/messages/en'
import { ApiFailure } from '@/lib/server/http/api-failure'

type Parsed<Q> = { query: Q; problems: QueryProblem[] }
export type ParseQuery<Q> = (params: URLSearchParams) => Parsed<Q>

/** A query without parameters: any parameter is a problem. */
export function noQuery(params: URLSearchParams): Parsed<Record<string, never>> {
  return {
    query: {},
    problems: [...params.keys()].map((field) => ({ field, reason: 'unknown' as const, known: [] })),
  }
}

/** The message of the API, which speaks English whatever the language of the screen. */
function toMessage(problem: QueryProblem): string {
  const { field } = problem
  if (problem.reason === 'unknown')
    return problem.known.length > 0
      ? `The parameter ${field} is not known; known are ${problem.known.join(', ')}.`
      : `The parameter ${field} is not known; this address takes none.`
  return problem.reason === 'doubled'
    ? `The parameter ${field} stands more than once.`
    : `The parameter ${field} must be ${en.expected[problem.expected]}.`
}

/** The parsed query. Throws `invalid_query` with the first field that is wrong. */
export function strictQuery<Q>(parse: ParseQuery<Q>, params: URLSearchParams): Q {
  const { query, problems } = parse(params)
  const [problem] = problems
  if (problem) throw new ApiFailure({ code: 'invalid_query', message: toMessage(problem), field: problem.field })
  return query
}
