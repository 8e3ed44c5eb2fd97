import type { CustomerRecord, CustomerType, Json } from '../customer'

/**
 * The words under which a customer stands in the index. Text to search by stands there as it is, in lower case; every
 * other criterion has a word of its own behind a control character, which no text can hold (see `plain`). So one index
 * answers each combination, in the order of the list.
 */
export const words = {
  email: (email: string) => `\u0001email ${fold(email)}`,
  phone: (phone: string) => `\u0001phone ${plain(phone)}`,
  type: (type: CustomerType) => `\u0001type ${type}`,
  deleted: '\u0001deleted',
  tag: (id: string) => `\u0001tag ${id.toLowerCase()}`,
  tokenType: (type: string) => `\u0001token-type ${plain(type)}`,
  tokenValue: (value: string) => `\u0001token-value ${plain(value)}`,
  token: (type: string, value: string) => `\u0001token ${plain(JSON.stringify([type, value]))}`,
  attribute: (name: string) => `\u0001attribute ${plain(name)}`,
  attributeValue: (name: string, value: string) => `\u0001attribute-value ${plain(JSON.stringify([name, value]))}`,
  search: (text: string) => fold(text),
}

/** Stands before the words of the user whom a contact belongs to, in the index of links. */
export const ofUser = '\u0002'

/** Between two words of a document: the one character that is no part of a word. */
export const wordSeparator = '\n'

/** Lower case: `search` and `email` fold it, and nothing else (contract, "Assumed"). */
export function fold(text: string): string {
  return plain(text.toLowerCase())
}

// Control characters separate and mark words, so those of a text step aside into the private use area.
function plain(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  return text.replace(/[\u0000-\u001f]/g, (character) => String.fromCharCode(0xe000 + character.charCodeAt(0)))
}

/** The words of one customer, each once. */
export function wordsOf({ customer, tags, tokens }: CustomerRecord): string[] {
  const found = new Set<string>()
  const { customer_id, first_name, last_name, company, phone_number, email } = customer
  for (const text of [customer_id, first_name, last_name, company?.bussiness_name, phone_number, email]) {
    if (text) found.add(words.search(text))
  }
  if (phone_number) {
    // Found with and without its plus (contract, "Assumed").
    if (phone_number.startsWith('+')) found.add(words.search(phone_number.slice(1)))
    found.add(words.phone(phone_number))
  }
  if (email) found.add(words.email(email))
  found.add(words.type(customer.type))
  if (customer.deleted_at) found.add(words.deleted)
  for (const tag of tags) found.add(words.tag(tag))
  for (const token of tokens) {
    if (token.deleted_at) continue
    found.add(words.tokenType(token.type))
    found.add(words.tokenValue(token.value))
    found.add(words.token(token.type, token.value))
  }
  for (const [name, value] of Object.entries(customer.attributes ?? {})) {
    found.add(words.attribute(name))
    for (const scalar of scalarsOf(value)) found.add(words.attributeValue(name, scalar))
  }
  return [...found]
}

/** Attribute values compare as the text of the JSON scalar; of an array, any member (contract, "Assumed"). */
function scalarsOf(value: Json): string[] {
  if (Array.isArray(value)) return value.filter((member) => typeof member !== 'object').map(String)
  return value === null || typeof value !== 'object' ? [String(value)] : []
}
