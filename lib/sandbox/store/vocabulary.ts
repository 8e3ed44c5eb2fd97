import type { Holds } from '../assumptions'
import type { CustomerRecord, CustomerType, Json } from '../customer'

/** Stands before the words of the user whom a contact belongs to, in the index of links. */
export const ofUser = '\u0002'

/** Between two words of a document: the one character that is no part of a word. */
export const wordSeparator = '\n'

export type Vocabulary = ReturnType<typeof vocabulary>

/**
 * The words under which a customer stands in the index. Text to search by stands there as it is, in lower case; every
 * other criterion has a word of its own behind a control character, which no text can hold (see `plain`). So one index
 * answers each combination, in the order of the list.
 */
export function vocabulary(holds: Holds) {
  const words = {
    email: (email: string) => `\u0001email ${plain(email.toLowerCase())}`,
    phone: (phone: string) => `\u0001phone ${plain(phone)}`,
    type: (type: CustomerType) => `\u0001type ${type}`,
    deleted: '\u0001deleted',
    tag: (id: string) => `\u0001tag ${id.toLowerCase()}`,
    tokenType: (type: string) => `\u0001token-type ${plain(type)}`,
    tokenValue: (value: string) => `\u0001token-value ${plain(value)}`,
    token: (type: string, value: string) => `\u0001token ${plain(JSON.stringify([type, value]))}`,
    attribute: (name: string) => `\u0001attribute ${plain(name)}`,
    attributeValue: (name: string, value: string) => `\u0001attribute-value ${plain(JSON.stringify([name, value]))}`,
    search: (text: string) => plain(spelled(holds('search-folds-case') ? text.toLowerCase() : text)),
  }

  const spelled = (text: string) => (holds('search-keeps-letters') ? text : withoutNorwegianLetters(text))

  return {
    ...words,

    /** The words of one customer, each once. */
    of({ customer, tags, tokens }: CustomerRecord): string[] {
      const found = new Set<string>()
      const { phone_number, email } = customer
      for (const text of searchable(customer)) found.add(words.search(text))
      if (phone_number) found.add(words.phone(phone_number))
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
    },
  }

  function searchable({
    customer_id,
    first_name,
    last_name,
    company,
    phone_number,
    email,
    deleted_at,
  }: CustomerRecord['customer']) {
    const texts = [first_name, last_name, company?.bussiness_name, phone_number, email]
    if (holds('search-finds-tombstones') || !deleted_at) texts.push(customer_id)
    if (holds('search-phone-without-plus') && phone_number?.startsWith('+')) texts.push(phone_number.slice(1))
    if (!holds('search-no-phrase') && first_name && last_name) texts.push(`${first_name} ${last_name}`)
    return texts.filter((text) => typeof text === 'string' && text !== '') as string[]
  }

  function scalarsOf(value: Json): string[] {
    if (Array.isArray(value)) return holds('attributes-match-any-member') ? value.flatMap(textOf) : []
    return textOf(value)
  }

  function textOf(value: Json): string[] {
    if (typeof value === 'object') return value === null ? ['null'] : []
    return holds('attributes-compare-as-text') || typeof value === 'string' ? [String(value)] : []
  }
}

// Control characters separate and mark words, so those of a text step aside into the private use area. The index folds
// the capitals A to Z, so those that matter are marked; text to search by has none left.
function plain(text: string): string {
  if (!special.test(text)) return text
  return text
    .replace(controlCharacters, (character) => String.fromCharCode(0xe000 + character.charCodeAt(0)))
    .replace(/[A-Z]/g, (capital) => `\u0003${capital}`)
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const controlCharacters = /[\u0000-\u001f]/g
// biome-ignore lint/suspicious/noControlCharactersInRegex: as above
const special = /[A-Z\u0000-\u001f]/
const asTyped: { [letter: string]: string } = { æ: 'ae', ø: 'o', å: 'a', Æ: 'Ae', Ø: 'O', Å: 'A' }

function withoutNorwegianLetters(text: string): string {
  return text.replace(/[æøåÆØÅ]/g, (letter) => asTyped[letter] ?? letter)
}
