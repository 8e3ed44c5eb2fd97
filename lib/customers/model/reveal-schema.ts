import { z } from 'zod/mini'
import { isRevealField, longestReason } from '@/lib/customers/model/reveal'

/** What is sent and answered to show one field of one record for a while. */

const field = z.string().check(z.maxLength(300), z.refine(isRevealField))

/** What is asked for, and why: the reason is kept in the record of reads. */
export const revealRequestSchema = z.strictObject({
  field,
  reason: z.string().check(z.trim(), z.minLength(3), z.maxLength(longestReason)),
})

/** What is to be hidden again before its time. */
export const revealEndSchema = z.strictObject({ field })

/** A field that is shown, and until when (ISO 8601). */
export const revealSchema = z.object({ field: z.string(), until: z.string() })
export type Reveal = z.infer<typeof revealSchema>

/** That it is hidden again. */
export const revealEndedSchema = z.strictObject({})
