import { inLanguage } from '@/lib/customers/search-text/operators/words'
import type { Locale } from '@/lib/preferences'

/** Texts that show what the search box takes beside names, emails and numbers. `note` names a text in `search.notes`. */
const texts = [
  { before: 'nord ', operator: 'type', example: 'type:company', note: 'example_type' },
  { before: '', operator: 'tag', example: 'tag:', note: 'tag' },
  { before: '', operator: 'since', example: 'since:7d', note: 'example_since' },
  { before: '', operator: 'deleted', example: 'deleted:only', note: 'example_deleted' },
]

/** Four examples of search texts, in a language. */
export const examples = (locale: Locale) =>
  texts.map(({ before, operator, example, note }) => ({ text: before + inLanguage(locale, operator, example), note }))
