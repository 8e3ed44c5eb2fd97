import { z } from 'zod/mini'

/** The sessions of the person who asks, as the server sends them, and the request that ends one. */

export const ownSessionsSchema = z.object({
  /** The one that was used last comes first. */
  sessions: z.array(
    z.object({
      /** An opaque name of the session, which this person alone can use. */
      id: z.string(),
      /** By name; null where it is not known. */
      browser: z.nullable(z.string()),
      system: z.nullable(z.string()),
      /** ISO 8601, UTC. The last call is exact to the minute. */
      created_at: z.string(),
      seen_at: z.string(),
      /** Whether it is the session that asks. */
      is_current: z.boolean(),
    }),
  ),
  /** How many sessions a person may have at one time. */
  max: z.number(),
})
export type OwnSessions = z.infer<typeof ownSessionsSchema>
export type OwnSession = OwnSessions['sessions'][number]

export const sessionEndSchema = z.strictObject({ id: z.string().check(z.minLength(1), z.maxLength(100)) })

/** The session has ended. */
export const sessionEndedSchema = z.strictObject({})
