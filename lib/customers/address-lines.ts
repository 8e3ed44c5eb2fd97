import type { Address } from '@/lib/customers/customer'

const lineBreak = /\r\n|[\n\r\u2028\u2029]/

/** The non-blank lines of upstream texts, trimmed; one text may hold several lines. */
const linesOf = (...texts: (string | undefined)[]): string[] =>
  texts
    .flatMap((text) => text?.split(lineBreak) ?? [])
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** The name of a country in a language, `Norway` of `NO`; what is no country code is given back as it came. */
export function countryName(code: string, locale: string): string {
  const region = code.trim().toUpperCase()
  // ZZ is the code for "unknown", which has a name of its own.
  if (!/^(?!ZZ)[A-Z]{2}$/.test(region)) return code
  return new Intl.DisplayNames(locale, { type: 'region', fallback: 'none' }).of(region) ?? code
}

/**
 * An address as it is written on an envelope, one string a line: `5059 Bergen` stands together, and what is missing
 * leaves neither a blank line nor a comma behind.
 */
export function addressLines(address: Address, locale: string): string[] {
  const { address_line, address_line_2, postal_code, postal_place, country } = address
  const place = linesOf(postal_code, postal_place).join(' ')
  return linesOf(address_line, address_line_2, place, country && countryName(country, locale))
}

/** The addresses that say something: a line to write to, or a comment. */
export function readableAddresses(addresses: readonly Address[] | undefined, locale: string): Address[] {
  return (addresses ?? []).filter(
    (address) => addressLines(address, locale).length > 0 || linesOf(address.comment).length > 0,
  )
}

/** What an address is called: its custom type where it has one, else its type, else nothing. */
export function addressKind({ type, custom_type }: Address): { custom: string } | { type: string } | null {
  const [custom] = linesOf(custom_type)
  if (custom) return { custom }
  const [kind] = linesOf(type)
  return kind && kind !== 'custom' ? { type: kind } : null
}
