import 'server-only'
import type { IncomingHttpHeaders } from 'node:http'

/** The longest body that is accepted (OWASP API4, unrestricted resource consumption). */
export const maxBodyBytes = 16 * 1024

/**
 * The status with which a body is refused by what its headers say, or null. Node holds a body to its `content-length`.
 * Without one nobody knows how much will come, and no client of ours sends such a body.
 */
export function refusedBodyStatus(headers: IncomingHttpHeaders, maxBytes = maxBodyBytes): 411 | 413 | null {
  if (headers['transfer-encoding'] !== undefined) return 411
  return Number(headers['content-length'] ?? 0) > maxBytes ? 413 : null
}
