import { email } from '@/lib/customers/filters/email'
import { phone } from '@/lib/customers/filters/phone'
import { cleanText } from '@/lib/customers/search-text/clean/clean-text'
import { withoutInvisible } from '@/lib/customers/search-text/clean/invisible'
import type { Vocabulary } from '@/lib/customers/search-text/vocabulary'

type Recognisers = Pick<Vocabulary, 'recogniseEmail' | 'recognisePhone'>
/** What is longer is refused, whatever it holds. */
const maxLength = 2_000

type Change = Record<string, string>

/** What a value is instead, by its parameter; null for a value that stays. */
const changes: Record<string, (value: string, recognisers: Recognisers) => Change | null> = {
  email: (value, { recogniseEmail }) => {
    const isClean = email.params.email.parse([value]) !== null && cleanText(value).text === value
    const found = isClean ? null : recogniseEmail(value)
    return found === null ? null : { email: found }
  },
  phone_number: (value, { recognisePhone }) => {
    const isClean = phone.params.phone_number.parse([value]) !== null
    const found = isClean ? null : recognisePhone(value)
    return found === null ? null : { phone_number: found }
  },
  // A search stays what it is: the box sends any text as one when it is told to. Dintero holds numbers without spaces.
  search: (value, { recognisePhone }): Change | null => {
    const text = withoutInvisible(value).normalize('NFC').replace(/\s+/g, ' ').trim()
    const number = /^[+\d() ./-]+$/.test(text) && /\d[ ()]/.test(text) ? recognisePhone(text) : null
    if (number !== null) return { phone_number: number }
    return text === value || text === '' ? null : { search: text }
  },
}

/**
 * The search params of a link that somebody made by hand, with emails and phone numbers read as the search box reads them
 * (`?email=mailto:kari@example.no`, `?phone_number=42 14 03 18`), and searches without what cannot be seen. Null where they
 * are clean. What cannot be read stays as it is, for the page to report.
 */
export function cleanSearchParams(params: URLSearchParams, recognisers: Recognisers): URLSearchParams | null {
  let cleaned: URLSearchParams | null = null
  for (const [name, change] of Object.entries(changes)) {
    const [value, ...others] = params.getAll(name)
    const isRead = value !== undefined && value.length <= maxLength && others.length === 0
    const next = isRead ? change(value, recognisers) : null
    if (next === null || Object.keys(next).some((other) => other !== name && params.has(other))) continue
    cleaned ??= new URLSearchParams(params)
    cleaned.delete(name)
    for (const [param, text] of Object.entries(next)) cleaned.set(param, text)
  }
  return cleaned
}
