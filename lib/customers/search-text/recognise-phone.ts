import { type CountryCode, getCountryCallingCode, isSupportedCountry, parsePhoneNumber } from 'libphonenumber-js/min'
import { withoutInvisible } from '@/lib/customers/search-text/invisible'

/** The characters that people write between the digits of a number and around it. */
const phoneForm = /^\(?\+?[\d\s().\-/–]+$/
/** A shorter number is searched for as text: five digits may be the beginning of anything. */
const minDigits = 8

const isCountry = (country: string): country is CountryCode => isSupportedCountry(country as CountryCode)

/**
 * A phone number in any spelling as E.164, or null. A possible number is enough, since numbers that are not assigned yet
 * are valid too. Without a `+` or `00` it belongs to `country`, with or without that country's calling code.
 */
export function recognisePhone(text: string, country: string): string | null {
  const bare = withoutInvisible(text.normalize('NFKC')).trim().replace(/^tel:/i, '').trim()
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
