import 'server-only'
import type { DossierPartId, DossierStep, PartState } from '@/lib/customers/dossier/dossier'
import { toGap } from '@/lib/server/customers/dossier/gaps'
import type { DossierPart, DossierSource, Gap, PartContent } from '@/lib/server/customers/dossier/part'
import { env } from '@/lib/server/env'

/** A part that was read, or that is missing with its reason. */
export type GatheredPart = Pick<PartContent, 'data' | 'toBlocks'> & {
  id: DossierPartId
  isJsonOnly: boolean
  state: PartState
  gaps: readonly Gap[]
}

const missing = ({ id, isJsonOnly = false }: DossierPart, gap: Gap): GatheredPart => ({
  ...{ id, isJsonOnly, state: 'missing', gaps: [gap], data: null },
})

/** The steps of a read, and at the end what it has returned, whether it has steps or not. */
async function* stepsOf({ id, read }: DossierPart, source: DossierSource): AsyncGenerator<DossierStep, PartContent> {
  yield { part: id }
  const reading = read(source)
  if (reading instanceof Promise) return reading
  for (;;) {
    const { done, value } = await reading.next()
    if (done) return value
    yield { part: id, ...value }
  }
}

async function* gatherPart(part: DossierPart, source: DossierSource): AsyncGenerator<DossierStep, GatheredPart> {
  const { id, section, isJsonOnly = false } = part
  if (section !== undefined && env().hiddenSections.includes(section)) return missing(part, { kind: 'hidden' })
  try {
    const { data, gaps = [], toBlocks } = yield* stepsOf(part, source)
    if (data === null) return { id, isJsonOnly, state: 'missing', gaps, data }
    return { id, isJsonOnly, state: gaps.length > 0 ? 'partly' : 'whole', gaps, data, toBlocks }
  } catch (thrown) {
    source.signal.throwIfAborted()
    return missing(part, toGap(thrown))
  }
}

/**
 * Reads the parts one after another, with a step for each and for each page of it. A part that fails is missing, and named; only
 * where nothing can be audited does all of it fail.
 */
export async function* gatherDossier(
  parts: readonly DossierPart[],
  source: DossierSource,
): AsyncGenerator<DossierStep, GatheredPart[]> {
  const gathered: GatheredPart[] = []
  for (const part of parts) {
    source.signal.throwIfAborted()
    gathered.push(yield* gatherPart(part, source))
  }
  return gathered
}
