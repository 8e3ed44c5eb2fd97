import { cleanText } from '@/lib/customers/search-text/clean/clean-text'
import { findEmails, isEmailForm } from '@/lib/customers/search-text/clean/find-values'
import { percentDecoded } from '@/lib/customers/search-text/clean/links'

/** `nora (at) example (dot) no`, as people write against robots. */
function withoutDisguise(text: string): string {
  return text
    .replace(/ ?[([{] ?(?:at|krøllalfa|alfakrøll|snabel-?a) ?[)\]}] ?/gi, '@')
    .replace(/ ?[([{] ?(?:dot|punktum|prikk) ?[)\]}] ?/gi, '.')
}

/** An email that was broken by spaces around its `@` or after it; any other text as it is. */
const withoutBreak = (text: string) =>
  /^\S{1,64} ?@ ?\S+$/.test(text) ? text.replace(' @', '@').replace('@ ', '@') : text

/** The one complete email that a text is or holds, by its form; null for a text with none, or with several. */
export function recogniseEmail(text: string): string | null {
  const bare = withoutBreak(withoutDisguise(percentDecoded(cleanText(text).text)))
  if (isEmailForm(bare)) return bare
  const [found, ...others] = findEmails(bare)
  return found && others.length === 0 ? found.email : null
}
