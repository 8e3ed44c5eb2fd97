import { formatAddress } from 'localized-address-format'
import type { Address } from '@/lib/customers/model/customer'
import { maskText } from '@/lib/customers/model/masked'
import type { Messages } from '@/lib/messages/messages'

const lineBreak = /\r\n|[\n\r\u2028\u2029]/

/** The non-blank lines of upstream texts, trimmed; one text may hold several lines. */
const linesOf = (...texts: (string | undefined)[]): string[] =>
  texts
    .flatMap((text) => text?.split(lineBreak) ?? [])
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** The name of a country in a language, `Norway` of `NO`; any other text unchanged. */
export function countryName(code: string, locale: string): string {
  const region = code.trim().toUpperCase()
  // ZZ is the code for "unknown", which has a name of its own.
  if (!/^(?!ZZ)[A-Z]{2}$/.test(region)) return code
  return new Intl.DisplayNames(locale, { type: 'region', fallback: 'none' }).of(region) ?? code
}

/**
 * Postal code and place below the street as the country writes them, by `localized-address-format` (the formats of
 * Google's libaddressinput). Its format for an unknown country has no postal code, and that of Japan no town: where a
 * format omits a part, the line is written as in Norway, `5059 Bergen`.
 */
function postalLines(street: string[], postalCode: string, locality: string, country: string): string[] {
  const formatted = formatAddress({ postalCountry: country, postalCode, locality, addressLines: street })
  let rest: string | null = formatted.join('\n')
  for (const part of [...street, postalCode, locality].toSorted((a, b) => b.length - a.length))
    rest = rest?.includes(part) ? rest.replace(part, '') : null
  return rest !== null ? linesOf(...formatted) : [...street, ...linesOf(`${postalCode} ${locality}`)]
}

/**
 * An address as it is written on an envelope in its country, one string per line, the country last. A missing part
 * leaves no blank line and no comma.
 */
export function addressLines(address: Address, locale: string): string[] {
  const { address_line, address_line_2, postal_code, postal_place, country } = address
  const street = linesOf(address_line, address_line_2)
  const [code, place] = [linesOf(postal_code).join(' '), linesOf(postal_place).join(' ')]
  const region = country?.trim().toUpperCase() ?? ''
  return [...postalLines(street, code, place, region), ...linesOf(country && countryName(country, locale))]
}

/** The URL of a map for an address, by its coordinates or else its lines; null where it names no place. */
export function mapLink(address: Address, locale: string): string | null {
  const { latitude, longitude } = address
  if (latitude !== undefined && longitude !== undefined && Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180) {
    const place = new URLSearchParams({ mlat: String(latitude), mlon: String(longitude) })
    return `https://www.openstreetmap.org/?${place}#map=17/${latitude}/${longitude}`
  }
  const { address_line, postal_code, postal_place, country } = address
  const lines = addressLines({ address_line, postal_code, postal_place, country }, locale)
  const isPlace = linesOf(address_line, postal_code, postal_place).length > 0
  return isPlace ? `https://www.openstreetmap.org/search?${new URLSearchParams({ query: lines.join(', ') })}` : null
}

/** The addresses that have a line or a comment. */
export function readableAddresses(addresses: readonly Address[] | undefined, locale: string): Address[] {
  return (addresses ?? []).filter(
    (address) => addressLines(address, locale).length > 0 || linesOf(address.comment).length > 0,
  )
}

/** The kind of an address: its custom type if it has one, else its type, else null. */
export function addressKind({ type, custom_type }: Address): { custom: string } | { type: string } | null {
  const [custom] = linesOf(custom_type)
  if (custom) return { custom }
  const [kind] = linesOf(type)
  return kind && kind !== 'custom' ? { type: kind } : null
}

/** The name of an address in the reader's language, else Dintero's own. */
export function addressName(address: Address, { record }: Messages): string {
  const kind = addressKind(address)
  if (!kind || Object.values(kind).includes(maskText)) return record.address
  if ('custom' in kind) return kind.custom
  const known: Record<string, string> = record.addressTypes
  return Object.hasOwn(known, kind.type) ? (known[kind.type] ?? kind.type) : kind.type
}
