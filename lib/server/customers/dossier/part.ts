import 'server-only'
import type { DossierPartId, DossierStep } from '@/lib/customers/dossier/dossier'
import type { RecordWords } from '@/lib/customers/format/record-facts'
import type { RecordAnswer } from '@/lib/customers/model/record'
import type { OptionalSection } from '@/lib/customers/model/record-section'
import type { DossierMessages } from '@/lib/messages/dossier/en'
import type { Locale } from '@/lib/preferences'
import type { AccountAccess } from '@/lib/server/auth/account-access'
import type { Block } from '@/lib/server/customers/dossier/block'

/** What a part is read with. */
export type DossierSource = {
  /** Begins a new time-out at each read: a dossier takes longer than one answer may. */
  readonly access: AccountAccess
  customerId: string
  /** The ids that the customer had before, newest first. */
  formerIds: readonly string[]
  /** The record as it is now. */
  record: RecordAnswer
  signal: AbortSignal
  /** Whether it has taken so long that what is left of it is only named. */
  isLate: () => boolean
}

/** The words of a dossier: those of its own, and those of the screens. */
export type DossierWords = RecordWords & { d: DossierMessages; locale: Locale; account: string }

/** Why a part is not whole, as data: the file has it as a code and as a sentence. */
export type Gap =
  | { kind: 'scope'; scope: string }
  | { kind: 'failed' | 'role' | 'hidden' | 'withoutClaims' }
  | { kind: 'tooMany' | 'shortened' | 'withoutBalance' | 'unreadable' | 'formerId'; count: number }

/** What a part says. Without `toBlocks`, the PDF has the properties of `data` by their names. */
export type PartContent = {
  data: unknown
  gaps?: readonly Gap[]
  toBlocks?: (words: DossierWords) => Block[]
}

type Progress = Omit<DossierStep, 'part'>

/** One part of a dossier. What its read throws makes it a missing part, and no failed dossier. */
export type DossierPart = {
  id: DossierPartId
  /** The section of the record that an installation can switch off, and this part with it. */
  section?: OptionalSection
  /** Whether the PDF only says that the JSON has it. */
  isJsonOnly?: boolean
  read: (source: DossierSource) => Promise<PartContent> | AsyncGenerator<Progress, PartContent>
}
