import { z } from 'zod/mini'
import { sites } from '@/lib/audit/sites'

/** What a person did so often that it is unusual: the measures of detection. */
export const measures = ['records', 'guesses', 'refusals', 'reveals'] as const
export type Measure = (typeof measures)[number]

/**
 * What an event says beside its filters. The hash chain covers facts because they are stored as filters with these names,
 * which no parameter has.
 */
export const factsSchema = z.object({
  /** Where nothing was shown: nobody has the id, the answer of before still holds, or the account is not theirs. */
  outcome: z.nullable(z.enum(['not_found', 'unchanged', 'no_account'])),
  /** How often it happened in that minute, for what is counted by the minute, and the minute. */
  times: z.nullable(z.number()),
  minute: z.nullable(z.string()),
  /** Which site a request came from, as the browser says. */
  site: z.nullable(z.enum(sites)),
  /** What ended a session that was not signed out of: another session of the person, the limit of sessions, a command, or the provider. */
  ended: z.nullable(z.enum(['elsewhere', 'limit', 'command', 'provider'])),
  /** The measure that was over its bound, and how often it happened within the hour. */
  unusual: z.nullable(z.object({ measure: z.enum(measures), count: z.number() })),
})
export type EventFacts = z.infer<typeof factsSchema>
