import 'server-only'
import { encodeSegment } from '@/lib/encode-segment'

/** The query parameters of a call. A list is sent as repeated parameters (contract). */
export type Parameters = Record<string, string | string[]>

/**
 * The URL of a call. Each segment and value is encoded on its own, so that no value can reach another endpoint. Null if a
 * segment is not usable: URL parsers remove `.` and `..`, and an empty segment or a lone surrogate has no encoding.
 */
export function upstreamUrl(
  baseUrl: string,
  accountId: string,
  { path: segments, query = {} }: { path: readonly string[]; query?: Parameters },
): URL | null {
  if (segments.some((segment) => segment === '' || segment === '.' || segment === '..' || !segment.isWellFormed()))
    return null
  const path = ['accounts', accountId, ...segments].map(encodeSegment).join('/')
  // URLSearchParams encodes `+` as %2B, which the contract demands for phone numbers.
  const pairs = Object.entries(query).flatMap(([name, value]) => [value].flat().map((one) => [name, one]))
  const text = new URLSearchParams(pairs).toString()
  return new URL(`${baseUrl}/${path}${text === '' ? '' : `?${text}`}`)
}
