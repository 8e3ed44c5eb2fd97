import type { Messages } from '@/lib/messages/messages'

/** The properties whose values are code words of Dintero's customers, such as `active`. No documentation lists them. */
type CodedProperty = keyof Messages['values']

/**
 * The word of the language for a value of `status`, `gender` or `enrolled_by.type`, whatever its case. A value that has
 * none is a company's own and is returned unchanged.
 */
export function valueWord<T extends string | undefined>(
  property: CodedProperty,
  value: T,
  { values }: Messages,
): T | string {
  const words: Record<string, string> = values[property]
  const code = value?.trim().toLowerCase() ?? ''
  return (Object.hasOwn(words, code) && words[code]) || value
}
