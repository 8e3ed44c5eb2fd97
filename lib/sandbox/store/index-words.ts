import type { Holds } from '../assumptions'
import type { CustomerRecord, CustomerType, Json } from '../customer'

/** The prefix of the words of the linked user in the index of links. */
export const userPrefix = '\u0002'

/** Separates the words of a document. It is the only character that cannot be part of a word. */
export const wordSeparator = '\n'

export type IndexWords = ReturnType<typeof createIndexWords>

/**
 * The words of a customer in the full-text index. Searchable text is stored in lower case. Every other criterion has a
 * word that begins with a control character, which searchable text cannot contain (see `escapeText`). Therefore one
 * index serves every combination of criteria in the order of the list.
 */
export function createIndexWords(holds: Holds) {
  const words = {
    email: (email: string) => `\u0001email ${escapeText(email.toLowerCase())}`,
    phone: (phone: string) => `\u0001phone ${escapeText(phone)}`,
    type: (type: CustomerType) => `\u0001type ${type}`,
    deleted: '\u0001deleted',
    tag: (id: string) => `\u0001tag ${id.toLowerCase()}`,
    tokenType: (type: string) => `\u0001token-type ${escapeText(type)}`,
    tokenValue: (value: string) => `\u0001token-value ${escapeText(value)}`,
    token: (type: string, value: string) => `\u0001token ${escapeText(JSON.stringify([type, value]))}`,
    attribute: (name: string) => `\u0001attribute ${escapeText(name)}`,
    attributeValue: (name: string, value: string) =>
      `\u0001attribute-value ${escapeText(JSON.stringify([name, value]))}`,
    search: (text: string) => escapeText(normaliseSpelling(holds('search-folds-case') ? text.toLowerCase() : text)),
  }

  const normaliseSpelling = (text: string) => (holds('search-keeps-letters') ? text : withoutNorwegianLetters(text))

  return {
    ...words,

    /** The distinct words of one customer. */
    of({ customer, tags, tokens }: CustomerRecord): string[] {
      const found = new Set<string>()
      const { phone_number, email } = customer
      for (const text of searchableTexts(customer)) found.add(words.search(text))
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
        for (const scalar of scalarTexts(value)) found.add(words.attributeValue(name, scalar))
      }
      return [...found]
    },
  }

  function searchableTexts({
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

  function scalarTexts(value: Json): string[] {
    if (Array.isArray(value)) return holds('attributes-match-any-member') ? value.flatMap(textOf) : []
    return textOf(value)
  }

  function textOf(value: Json): string[] {
    if (typeof value === 'object') return value === null ? ['null'] : []
    return holds('attributes-compare-as-text') || typeof value === 'string' ? [String(value)] : []
  }
}

// Control characters separate and mark words, so control characters in a text are moved into the private use area. The
// index ignores the case of A to Z, so capitals are marked; searchable text no longer has any.
function escapeText(text: string): string {
  if (!special.test(text)) return text
  return text
    .replace(controlCharacters, (character) => String.fromCharCode(0xe000 + character.charCodeAt(0)))
    .replace(/[A-Z]/g, (capital) => `\u0003${capital}`)
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: the pattern has to match them
const controlCharacters = /[\u0000-\u001f]/g
// biome-ignore lint/suspicious/noControlCharactersInRegex: as above
const special = /[A-Z\u0000-\u001f]/
const replacements: { [letter: string]: string } = { æ: 'ae', ø: 'o', å: 'a', Æ: 'Ae', Ø: 'O', Å: 'A' }

function withoutNorwegianLetters(text: string): string {
  return text.replace(/[æøåÆØÅ]/g, (letter) => replacements[letter] ?? letter)
}
