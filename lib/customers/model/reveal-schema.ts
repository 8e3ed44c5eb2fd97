import { z } from 'zod/mini'
import { isReason, maxReasonLength } from '@/lib/audit/reason'
import { isRevealField } from '@/lib/customers/model/reveal'

/** The requests and responses that show one field of one record for a while. */

const field = z.string().check(z.maxLength(300), z.refine(isRevealField, { error: 'field is missing or wrong.' }))

/** The field to show, and the reason, which the audit log stores. */
export const revealRequestSchema = z.strictObject({
  field,
  reason: z.string().check(z.trim(), z.maxLength(maxReasonLength), z.refine(isReason)),
})

/** The field to hide again before its time. */
export const revealEndSchema = z.strictObject({ field })

/** A field that is shown, and until when (ISO 8601). */
export const revealSchema = z.object({ field: z.string(), until: z.string() })
export type Reveal = z.infer<typeof revealSchema>

/** The field is hidden again. */
export const revealEndedSchema = z.strictObject({})
