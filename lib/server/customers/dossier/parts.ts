import 'server-only'
import type { DossierPart } from '@/lib/server/customers/dossier/part'
import { cardsPart } from '@/lib/server/customers/dossier/parts/cards'
import { changesPart } from '@/lib/server/customers/dossier/parts/changes'
import { consentPart } from '@/lib/server/customers/dossier/parts/consent'
import { lookedPart } from '@/lib/server/customers/dossier/parts/looked'
import { purchasesPart } from '@/lib/server/customers/dossier/parts/purchases'
import { rawPart } from '@/lib/server/customers/dossier/parts/raw'
import { recordPart } from '@/lib/server/customers/dossier/parts/record'
import { rewardsPart } from '@/lib/server/customers/dossier/parts/rewards'
import { tagsPart } from '@/lib/server/customers/dossier/parts/tags'
import { tokensPart } from '@/lib/server/customers/dossier/parts/tokens'

/**
 * What a dossier is made of, in the order of the file. One more part is a line here, its id in `dossierParts`, and its title in
 * both catalogues of `lib/messages/dossier`.
 */
export const parts: readonly DossierPart[] = [
  recordPart,
  consentPart,
  tagsPart,
  tokensPart,
  purchasesPart,
  cardsPart,
  rewardsPart,
  changesPart,
  lookedPart,
  rawPart,
]
