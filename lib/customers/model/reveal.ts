import type { Customer } from '@/lib/customers/model/customer'

/** One field of one record, shown for a while to somebody who sees it masked. */

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
/** Whether a text names what can be revealed. */
export const isRevealField = (field: string): field is RevealField =>
  isProperty(field) || (field.startsWith(attributePrefix) && field.length > attributePrefix.length)

export const longestReason = 200

/** A masked customer with the values of some fields put back from the whole one. */
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
