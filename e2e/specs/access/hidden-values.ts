import type { Row } from '../../sandbox'

/** What of a customer a viewer may not see. */

/** Shorter values occur in ids and times by chance. */
export const shortest = 6

const shownProperties = new Set(['company', 'marketing_consent', 'term', 'contact_for'])
const shownTexts = ['id', 'customer_id', 'type', 'first_name', 'last_name', 'status', 'favorite_store']

/** Whether everybody sees a property of a customer. */
export const isShownName = (name: string) =>
  shownTexts.includes(name) || shownProperties.has(name) || /_(at|by)$/.test(name)

/** Every text and number in a value. */
export function scalarsOf(value: unknown): string[] {
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(scalarsOf)
  return value === null || typeof value === 'boolean' ? [] : [String(value)]
}

export type Named = { name: string; private?: boolean }

/** The values of a customer that a viewer may not see, except values shown elsewhere in the same customer. */
export function hiddenOf(row: Row, shownAttributes: ReadonlySet<string>): string[] {
  const { attributes, addresses, enrolled_by, ...rest } = row as Row & Record<string, unknown>
  const plain = Object.entries(rest).filter(([name]) => !isShownName(name))
  const hiddenAttributes = Object.entries(attributes ?? {}).filter(([name]) => !shownAttributes.has(name))
  const lines = ((addresses ?? []) as Record<string, unknown>[]).map(
    ({ postal_place: _, country: __, ...hidden }) => hidden,
  )
  const hidden = scalarsOf([plain.map(([, value]) => value), hiddenAttributes, lines, (enrolled_by as Named)?.name])
  const seen = JSON.stringify([shownTexts.map((name) => row[name]), row.company, attributes, row.contact_for])
  return [...new Set(hidden)].filter((value) => value.length >= shortest && !seen.includes(value))
}
