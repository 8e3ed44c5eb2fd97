import { z } from 'zod/mini'

/** What a caller is asked, to learn whether they are who they say: so far the day of birth alone. */
export const identityQuestions = ['date_of_birth'] as const

/** A check that a person has made: what the caller was asked, and whether the answer is that of the record. */
export const identityCheckSchema = z.strictObject({ question: z.enum(identityQuestions), matches: z.boolean() })
export type IdentityCheck = z.infer<typeof identityCheckSchema>

/** When it was logged (ISO 8601). */
export const identityCheckedSchema = z.strictObject({ at: z.string() })
