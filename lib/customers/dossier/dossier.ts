import { z } from 'zod/mini'
import { isReason, maxReasonLength } from '@/lib/audit/reason'
import { locales } from '@/lib/preferences'

/** The dossier of a customer: everything that is kept about them, as a file for whoever it is about (GDPR, article 15). */

export const dossierFormats = ['pdf', 'json'] as const
export type DossierFormat = (typeof dossierFormats)[number]

/** The parts of a dossier in the order of the file. Each has its title in `lib/messages/dossier`. */
export const dossierParts = [
  ...(['record', 'consent', 'tags', 'tokens', 'purchases'] as const),
  ...(['cards', 'rewards', 'changes', 'looked', 'raw'] as const),
] as const
export type DossierPartId = (typeof dossierParts)[number]

/** A part is `whole`, `partly` there, or `missing`; the file says why. */
export const partStates = ['whole', 'partly', 'missing'] as const
export type PartState = (typeof partStates)[number]

/** In which form and language a dossier is made, and why. */
export const dossierRequestSchema = z.strictObject({
  format: z.enum(dossierFormats),
  /** The language of the customer, which need not be that of the screen. */
  locale: z.enum(locales),
  reason: z.string().check(z.trim(), z.maxLength(maxReasonLength), z.refine(isReason)),
})
export type DossierRequest = z.infer<typeof dossierRequestSchema>

const part = z.enum(dossierParts)

/**
 * The answer is a line of JSON for each step, and after the line with `file` its bytes. `part` is null while the file itself is
 * written.
 */
export const dossierLineSchema = z.union([
  z.strictObject({
    step: z.strictObject({
      part: z.nullable(part),
      /** How many of its rows have been read, of how many where that is known. */
      done: z.optional(z.number()),
      of: z.optional(z.number()),
    }),
  }),
  z.strictObject({
    file: z.strictObject({
      name: z.string(),
      type: z.string(),
      bytes: z.number(),
      /** The parts that are not whole. */
      gaps: z.array(z.strictObject({ part, state: z.enum(partStates) })),
    }),
  }),
  z.strictObject({ error: z.looseObject({ code: z.string(), message: z.string(), request_id: z.string() }) }),
])
export type DossierLine = z.infer<typeof dossierLineSchema>
export type DossierStep = Extract<DossierLine, { step: unknown }>['step']
export type DossierFile = Extract<DossierLine, { file: unknown }>['file']
