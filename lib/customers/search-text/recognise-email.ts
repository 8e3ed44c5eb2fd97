import { withoutInvisible } from '@/lib/customers/search-text/invisible'

/** A complete email, as far as its form shows: one `@`, and a name with a dot after it. Null for any other text. */
export function recogniseEmail(text: string): string | null {
  const bare = withoutInvisible(text).trim()
  const inBrackets = /^[^<>@]*<([^<>]+)>[\s,;.]*$/.exec(bare)?.[1] ?? bare
  const email = inBrackets
    .trim()
    .replace(/^mailto:/i, '')
    .replace(/[,;.]+$/, '')
  return /^(?=.{3,320}$)[^\s@<>",;]+@[^\s@<>",;]+\.[^\s@<>",;.]{2,}$/.test(email) ? email : null
}
