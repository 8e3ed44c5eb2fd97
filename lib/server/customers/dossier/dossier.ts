import 'server-only'
import { maskText } from '@/lib/customers/model/masked'
import { fill } from '@/lib/messages/messages'
import type { GatheredPart } from '@/lib/server/customers/dossier/gather-dossier'
import type { DossierWords } from '@/lib/server/customers/dossier/part'

/** A dossier that is read, before it is written as a file. */
export type Dossier = {
  words: DossierWords
  parts: readonly GatheredPart[]
  /** ISO 8601, UTC. */
  madeAt: string
  accountId: string
  customerId: string
  /** Whom it is about. */
  name: string
}

/** What every dossier says of itself: what it is, what it does not hold, and how other people are left out. */
export function leadTexts({ words: { d, account } }: Pick<Dossier, 'words'>): string[] {
  return [fill(d.intro, { account }), fill(d.elsewhere, { account }), fill(d.others, { mask: maskText })]
}
