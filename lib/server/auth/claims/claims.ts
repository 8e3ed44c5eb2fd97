import 'server-only'
import { z } from 'zod'
import type { Role } from '@/lib/access'

/** What the claims of an OpenID provider mean here. A value that is not configured grants nothing. */

/** The values of a claim, which is a text or a list of texts. Anything else has no values. */
function valuesOf(claim: unknown): string[] {
  const values = z.union([z.string().transform((value) => [value]), z.array(z.string())]).safeParse(claim)
  return values.data ?? []
}

/** The role of the first value that is mapped to one, or null. */
export function roleOfClaim(claim: unknown, mapping: Record<string, Role>): Role | null {
  const known = valuesOf(claim).find((value) => Object.hasOwn(mapping, value))
  return known === undefined ? null : (mapping[known] ?? null)
}

/** The accounts that the values of a claim open, and those that are open to everyone (`*`). */
export function accountsOfClaim(claim: unknown, mapping: Record<string, string[]>): string[] {
  const known = [...valuesOf(claim).filter((value) => value !== '*'), '*'].filter((value) =>
    Object.hasOwn(mapping, value),
  )
  return [...new Set(known.flatMap((value) => mapping[value] ?? []))]
}
