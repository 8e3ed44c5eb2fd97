import { toPlainCharacters } from '@/lib/customers/search-text/clean/characters'
import { type LabelKind, splitLabel } from '@/lib/customers/search-text/clean/labels'
import { linkTarget } from '@/lib/customers/search-text/clean/links'
import { withoutWrappers } from '@/lib/customers/search-text/clean/wrappers'

/** A text without what people write around a value, and what a label or a link before it said that it is. */
export type CleanText = { text: string; label: LabelKind | null }

/** Longer texts are not looked at: nobody's email, phone, id or name is as long. */
const maxLength = 2_000
/** A text with more labels, one within the other, is no value with something around it. */
const maxRounds = 8

/**
 * The step before a text is recognised: its characters are made plain, and what stands around the value is taken away:
 * quotes, brackets, punctuation, labels (`Tlf:`), and links (`mailto:`). Cleaning a clean text changes nothing. An empty
 * text comes back where nothing else is there.
 */
export function cleanText(raw: string): CleanText {
  if (raw.length > maxLength) return { text: raw, label: null }
  const plain = toPlainCharacters(raw)
  let text = plain
  let label: LabelKind | null = null
  for (let round = 0; round < maxRounds; round++) {
    const bare = withoutWrappers(text)
    const link = linkTarget(bare)
    const labelled = link === null ? splitLabel(bare) : null
    label ??= link?.kind ?? labelled?.kind ?? null
    const next = link?.target ?? labelled?.rest ?? bare
    if (next === text) return { text, label }
    text = link ? toPlainCharacters(next) : next
  }
  return { text: plain, label: null }
}
