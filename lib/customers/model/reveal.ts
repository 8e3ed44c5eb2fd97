import { isPlainText } from '@/lib/audit/reason'
import type { Customer } from '@/lib/customers/model/customer'

/** The fields of a record that can be shown for a while to a person who sees them masked. */

const revealProperties = [
  'email',
  'phone_number',
  'date_of_birth',
  'gender',
  'addresses',
  'enrolled_by',
  'metadata',
] as const
type RevealProperty = (typeof revealProperties)[number]
const attributePrefix = 'attributes.'

/** A property by Dintero's name, or one attribute: `attributes.shoe_size`. */
export type RevealField = RevealProperty | `attributes.${string}`

export const attributeField = (name: string): RevealField => `${attributePrefix}${name}`

const isProperty = (field: string): field is RevealProperty => (revealProperties as readonly string[]).includes(field)
/** Whether a text names a field that can be revealed. */
export const isRevealField = (field: string): field is RevealField =>
  isProperty(field) ||
  (field.startsWith(attributePrefix) && field.length > attributePrefix.length && isPlainText(field))

/** A masked customer with the unmasked values of some fields. */
export function withRevealed(masked: Customer, whole: Customer, fields: readonly string[]): Customer {
  let shown = masked
  for (const name of fields) {
    if (isProperty(name)) shown = { ...shown, [name]: whole[name] }
    else if (isRevealField(name)) {
      const attribute = name.slice(attributePrefix.length)
      if (whole.attributes && Object.hasOwn(whole.attributes, attribute))
        shown = { ...shown, attributes: { ...shown.attributes, [attribute]: whole.attributes[attribute] } }
    }
  }
  return shown
}
