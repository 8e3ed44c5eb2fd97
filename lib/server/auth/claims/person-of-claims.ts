import 'server-only'
import { accountsOfClaim, roleOfClaim } from '@/lib/server/auth/claims/claims'
import type { Person } from '@/lib/server/auth/sessions'
import type { Oidc } from '@/lib/server/env-upstream'

/**
 * The person whom the claims of an OpenID provider describe, with the role and the accounts that they have here. The email is
 * in small letters, as next-auth writes it at a sign-in: it is compared with that one when claims are read again.
 */
export function personOfClaims(claims: Record<string, unknown>, oidc: Oidc): Person {
  return {
    email: (typeof claims.email === 'string' ? claims.email : String(claims.sub)).toLowerCase(),
    name: typeof claims.name === 'string' ? claims.name : String(claims.email ?? claims.sub),
    role: roleOfClaim(claims[oidc.roleClaim], oidc.roles),
    accounts: accountsOfClaim(claims[oidc.accountClaim], oidc.accounts),
  }
}
