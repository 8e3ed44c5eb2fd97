import { en } from '@/lib/messages/en'
import type { Messages } from '@/lib/messages/messages'
import { nb } from '@/lib/messages/nb'
import type { Locale } from '@/lib/preferences'

/** The catalogue of a language. For the server, which passes it to the browser, so that the browser loads only one. */
export function messagesFor(locale: Locale): Messages {
  return locale === 'nb' ? nb : en
}
