import { type DossierMessages, en } from '@/lib/messages/dossier/en'
import { nb } from '@/lib/messages/dossier/nb'
import type { Locale } from '@/lib/preferences'

/** The catalogue of a language for the text of a dossier. For the server alone. */
export function dossierMessagesFor(locale: Locale): DossierMessages {
  return locale === 'nb' ? nb : en
}
