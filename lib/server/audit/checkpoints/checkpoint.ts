import 'server-only'
import { CompactSign, compactVerify, errors } from 'jose'
import { z } from 'zod'
import type { ChainState } from '@/lib/server/audit/chain-state'
import type { CheckpointKeys } from '@/lib/server/audit/checkpoints/keys'

const link = z.strictObject({ id: z.int().min(0), hash: z.string() })
const prune = z.strictObject({ row: z.int(), at: z.string(), before: z.string(), last: link, rows: z.int() })

/** What a signed checkpoint states: at this time, the chain had these ends, so many rows, and these prunes behind it. */
const checkpointSchema = z.strictObject({
  number: z.int().min(1),
  at: z.string(),
  first: link,
  last: link,
  rows: z.int().min(0),
  prunes: z.array(prune),
  /** Whether all rows were verified before it was signed, and not its ends alone. */
  verified: z.boolean(),
})
export type Checkpoint = z.infer<typeof checkpointSchema>

/** Signs a checkpoint: a JWS in its compact form, with Ed25519. */
export function signCheckpoint({ current }: CheckpointKeys, checkpoint: Checkpoint): Promise<string> {
  return new CompactSign(new TextEncoder().encode(JSON.stringify(checkpoint)))
    .setProtectedHeader({ alg: 'Ed25519', kid: current.kid, typ: 'desk-checkpoint' })
    .sign(current.jwk)
}

/** The checkpoint of a JWS; null where it is not signed by one of our keys. */
export async function openCheckpoint({ published }: CheckpointKeys, jws: string): Promise<Checkpoint | null> {
  try {
    const { payload } = await compactVerify(jws, published, { algorithms: ['Ed25519'] })
    return checkpointSchema.parse(JSON.parse(new TextDecoder().decode(payload)))
  } catch (error) {
    if (error instanceof errors.JOSEError || error instanceof z.ZodError || error instanceof SyntaxError) return null
    throw error
  }
}

/**
 * Every checkpoint in a text, each as its JWS: the text may be a log, the output of a verification, or what
 * `AUDIT_CHECKPOINT_URL` received.
 */
export function findCheckpoints(text: string): string[] {
  return [...new Set(text.match(/\beyJ[\w-]+\.eyJ[\w-]+\.[\w-]+/g))]
}

/**
 * Why a chain does not hold what a checkpoint signed; null when it does. `hashAt` returns the hash of a row of the chain.
 * What a checkpoint signed may be gone only where a later row of the chain states that it was pruned.
 */
export function findContradiction(
  { number, at, first, last }: Checkpoint,
  chain: ChainState,
  hashAt: (id: number) => string | undefined,
): { id: number; reason: string } | null {
  const by = `checkpoint ${number} of ${at} signed`
  if (last.id > chain.last.id) return { id: last.id, reason: `is missing, which ${by}` }
  const hash = last.id === chain.first.id ? chain.first.hash : hashAt(last.id)
  if (last.id >= chain.first.id && hash !== last.hash) return { id: last.id, reason: `is not the row that ${by}` }
  if (first.id > chain.first.id) return { id: first.id, reason: `was pruned when ${by} the chain, and is back` }
  if (first.id === chain.first.id && first.hash !== chain.first.hash)
    return { id: first.id, reason: `is not the row behind which the chain began when ${by} it` }
  if (first.id < chain.first.id && (chain.prunes.at(-1)?.row ?? 0) <= last.id)
    return { id: first.id + 1, reason: `is missing, which ${by}, and no prune after it removed that row` }
  return null
}
