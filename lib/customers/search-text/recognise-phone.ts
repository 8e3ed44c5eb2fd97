import { type CountryCode, getCountryCallingCode, isSupportedCountry, parsePhoneNumber } from 'libphonenumber-js/min'
import { withoutInvisible } from '@/lib/customers/search-text/invisible'

/** What people write between the digits of a number, and around it. */
const spelled = /^\(?\+?[\d\s().\-/–]+$/
/** Shorter ones are left to a search: five digits may be the beginning of anything. */
const fewestDigits = 8

const isCountry = (country: string): country is CountryCode => isSupportedCountry(country as CountryCode)

/**
 * A telephone number in any spelling as E.164, or null. Possible is enough: numbers that nobody has yet are numbers, too.
 * Without a `+` or `00` it is one of `country`, with or without that country's calling code.
 */
export function recognisePhone(text: string, country: string): string | null {
  const bare = withoutInvisible(text.normalize('NFKC')).trim().replace(/^tel:/i, '').trim()
  if (!spelled.test(bare)) return null
  const digits = bare.replace(/\D/g, '')
  if (digits.length < fewestDigits || digits.length > 17) return null
  const written = bare.replace(/^\(\+/, '+')
  const home = isCountry(country) ? country : undefined
  const isWorldwide = written.startsWith('+') || digits.startsWith('00')
  const calling = home && getCountryCallingCode(home)
  const tries = isWorldwide
    ? [`+${digits.replace(/^00/, '')}`]
    : [digits, ...(calling && digits.startsWith(calling) ? [`+${digits}`] : [])]
  for (const one of tries) {
    try {
      const phone = parsePhoneNumber(one, home)
      const isHome = isWorldwide || one.startsWith('+') || phone.nationalNumber.length >= fewestDigits
      if (isHome && phone.isPossible()) return phone.number
    } catch {
      // No number at all: the next spelling, or none.
    }
  }
  return null
}
