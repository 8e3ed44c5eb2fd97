import { type CountryCode, getCountryCallingCode, isSupportedCountry, parsePhoneNumber } from 'libphonenumber-js/min'
import { cleanText } from '@/lib/customers/search-text/clean/clean-text'
import { findDigitRuns } from '@/lib/customers/search-text/clean/find-values'
import { percentDecoded } from '@/lib/customers/search-text/clean/links'

/** The characters that people write between the digits of a number and around it. */
const phoneForm = /^\(?\+?[\d\s().\-/]+$/
/** A shorter number is searched for as text: five digits may be the beginning of anything. */
const minDigits = 8
/** The way to a person behind a number, after it: `ext. 12`, `;ext=12`, `x12`, `linje 3`. */
const extension =
  /(\d[ )]{0,2})[;,]? ?(?:ext(?:ension)?|x|linje|line|intern(?:nr|nummer)?|int|lokal|anknytning|ankn|#)[.:= ]{0,3}\d{1,6}(?!\d)/i
/** `+47 (0) 49 55 10 20`: the zero is for callers in the country alone. */
const trunkZero = /^(\(?(?:\+|00)\d{1,3}\)? ?)\(0\)/

const isCountry = (country: string | undefined): country is CountryCode =>
  country !== undefined && isSupportedCountry(country as CountryCode)

/** The number that a text is as a whole, or null. */
function toNumber(text: string, country: string | undefined): string | null {
  const bare = text.trim().replace(trunkZero, '$1')
  if (!phoneForm.test(bare)) return null
  const digits = bare.replace(/\D/g, '')
  if (digits.length < minDigits || digits.length > 17) return null
  const written = bare.replace(/^\(\+/, '+')
  const home = isCountry(country) ? country : undefined
  const isWorldwide = written.startsWith('+') || digits.startsWith('00')
  const calling = home && getCountryCallingCode(home)
  const candidates = isWorldwide
    ? [`+${digits.replace(/^00/, '')}`]
    : [digits, ...(calling && digits.startsWith(calling) ? [`+${digits}`] : [])]
  for (const candidate of candidates) {
    try {
      const phone = parsePhoneNumber(candidate, home)
      const isHome = isWorldwide || candidate.startsWith('+') || phone.nationalNumber.length >= minDigits
      if (isHome && phone.isPossible()) return phone.number
    } catch {
      // The candidate is no number at all; the next one may be.
    }
  }
  return null
}

/** What is written in groups in its own country: with the zero before it, or the eight digits of where there is none. */
const isDomesticForm = (text: string) => /^\(?0[1-9]/.test(text) || text.replace(/\D/g, '').length === minDigits

/** A number as it is written in its own country, as E.164; null for what is none there. */
function toDomesticNumber(text: string, country: string): string | null {
  if (!isCountry(country) || !phoneForm.test(text) || !isDomesticForm(text)) return null
  try {
    const phone = parsePhoneNumber(text, country)
    // The zero before a number stands there in some countries, and in no others.
    const hasZero = phone.formatNational().replace(/\D/g, '').startsWith('0')
    return phone.isValid() && hasZero === /^\(?0/.test(text) ? phone.number : null
  } catch {
    return null
  }
}

/**
 * The one phone number that a text is or holds, in any spelling, as E.164; null for a text with none, or with several. A
 * possible number is enough, since numbers that are not assigned yet are valid too. Without a `+` or `00` it belongs to the
 * first of `countries` (ISO 3166), with or without that country's calling code; a number in groups that cannot be one there
 * belongs to the first of the others where it is valid.
 */
export function recognisePhone(text: string, countries: readonly string[]): string | null {
  const bare = percentDecoded(cleanText(text).text).replace(extension, '$1').trim()
  const [home, ...neighbours] = countries
  const whole = toNumber(bare, home)
  if (whole !== null) return whole
  const runs = findDigitRuns(bare)
  const numbers = new Set(runs.flatMap((run) => toNumber(run, home) ?? []))
  if (numbers.size === 0)
    for (const run of runs.filter((one) => /\D/.test(one))) {
      const [first] = neighbours.flatMap((country) => toDomesticNumber(run, country) ?? [])
      if (first !== undefined) numbers.add(first)
    }
  const [number = null, ...others] = numbers
  return others.length === 0 ? number : null
}

/**
 * What else a number may be that nobody has in the first of `countries`: the same digits as each of the others reads them,
 * and, for a text that was searched for as it stands (`42140318`), the number that it is as a whole. In E.164.
 */
export function otherReadingsOfPhone(text: string, countries: readonly string[]): string[] {
  const number = toNumber(text, countries[0])
  const isOurs = (one: string) =>
    countries.some((country) => isCountry(country) && one.startsWith(`+${getCountryCallingCode(country)}`))
  if (number !== null && !isOurs(number)) return []
  const domestic = number === null ? text : parsePhoneNumber(number).formatNational()
  const abroad = countries.flatMap((country) => toDomesticNumber(domestic, country) ?? [])
  return [...new Set([number ?? [], abroad].flat())].filter((one) => one !== text)
}

/**
 * Digits that were searched for as they stand, as the beginning of a number in the first of `countries`: `421403` as
 * `+47421403`. Null for any other text, and for as many digits as make a whole number.
 */
export function withCountryCode(text: string, [home]: readonly string[]): string | null {
  const digits = text.replace(/^0(?=[1-9])/, '')
  if (!/^[1-9]\d{2,}$/.test(digits) || digits.length >= minDigits || !isCountry(home)) return null
  return `+${getCountryCallingCode(home)}${digits}`
}

/**
 * The beginning of a number that is written in groups, such as `4214 03`, as Dintero holds numbers: `+47421403` in the
 * first of `countries`. Null for any other text: digits without groups may be the beginning of an id.
 */
export function recognisePartOfPhone(text: string, [home]: readonly string[]): string | null {
  const digits = text.replace(/\D/g, '')
  if (!/^\(?\+?\d[\d ().\-/]*[ ()][\d ().\-/]*$/.test(text) || digits.length < 3) return null
  if (/^\(?\+/.test(text)) return `+${digits}`
  if (digits.startsWith('00')) return `+${digits.slice(2)}`
  return isCountry(home) && digits.length < minDigits ? `+${getCountryCallingCode(home)}${digits}` : digits
}
