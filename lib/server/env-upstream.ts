import 'server-only'
import type { Role } from '@/lib/access'
import type { Account, EnvValues } from '@/lib/server/env-schema'

export type Oidc = {
  issuer: string
  clientId: string
  clientSecret: string
  roleClaim: string
  roles: Record<string, Role>
  accountClaim: string
  /** The provider's end-session endpoint; null where signing out ends our session alone. */
  signOutUrl: string | null
  /** The accounts that each value of the claim opens. `*` stands for everyone who has a role. */
  accounts: Record<string, string[]>
}

/** Where customers come from, which also decides how people sign in. */
export type Upstream =
  | { kind: 'sandbox'; baseUrl: string; demoSignIn: true }
  | { kind: 'dintero'; baseUrl: string; demoSignIn: false; oidc: Oidc }

const isLoopback = (url: string) => /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(new URL(url).hostname)
const isSandboxClient = ({ client_id, client_secret }: Account) =>
  client_id.startsWith('sandbox-') || client_secret === 'sandbox-secret'

function toOidc(values: EnvValues, problems: string[]): Oidc | null {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_ROLE_CLAIM, OIDC_ROLES, OIDC_ACCOUNTS } = values
  const known = new Set(values.DINTERO_ACCOUNTS.map(({ id }) => id))
  for (const id of new Set(Object.values(OIDC_ACCOUNTS ?? {}).flat()))
    if (!known.has(id)) problems.push(`OIDC_ACCOUNTS names ${id}, which is not among DINTERO_ACCOUNTS`)
  if (OIDC_ISSUER && OIDC_CLIENT_ID && OIDC_CLIENT_SECRET && OIDC_ROLES && OIDC_ACCOUNTS)
    return {
      issuer: OIDC_ISSUER.replace(/\/$/, ''),
      clientId: OIDC_CLIENT_ID,
      clientSecret: OIDC_CLIENT_SECRET,
      roleClaim: OIDC_ROLE_CLAIM,
      roles: OIDC_ROLES,
      accountClaim: values.OIDC_ACCOUNT_CLAIM ?? OIDC_ROLE_CLAIM,
      accounts: OIDC_ACCOUNTS,
      signOutUrl: values.OIDC_SIGN_OUT_URL ?? null,
    }
  const needed = { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_ROLES, OIDC_ACCOUNTS }
  for (const [name, value] of Object.entries(needed))
    if (!value)
      problems.push(`${name} is required where DINTERO_URL is not the sandbox: demo people cannot sign in there`)
  return null
}

/**
 * The upstream of a configuration; what is wrong is added to `problems`. The sandbox is an upstream on loopback where every
 * account has a sandbox client. Loopback alone is not enough: a real upstream behind a local proxy must never open demo
 * sign-in.
 */
export function toUpstream(values: EnvValues, problems: string[]): Upstream | null {
  const baseUrl = values.DINTERO_URL.replace(/\/+$/, '')
  const sandboxClients = values.DINTERO_ACCOUNTS.filter(isSandboxClient)
  if (isLoopback(baseUrl) && sandboxClients.length === values.DINTERO_ACCOUNTS.length)
    return { kind: 'sandbox', baseUrl, demoSignIn: true }
  for (const { id } of sandboxClients)
    problems.push(
      `DINTERO_ACCOUNTS: ${id} has a client of the sandbox, which is refused for any upstream but the sandbox on this machine`,
    )
  if (!isLoopback(baseUrl) && !baseUrl.startsWith('https:'))
    problems.push('DINTERO_URL must begin with https:// where it is not on this machine')
  if (new Set(values.NEXTAUTH_SECRET).size < 8)
    problems.push(
      'NEXTAUTH_SECRET must be random, and not a few characters repeated; openssl rand -base64 32 makes one',
    )
  if (!values.AUDIT_CHECKPOINT_KEYS)
    problems.push(
      'AUDIT_CHECKPOINT_KEYS is required where DINTERO_URL is not the sandbox; .env.example says how to make one',
    )
  if (
    values.AUDIT_CHECKPOINT_URL &&
    !isLoopback(values.AUDIT_CHECKPOINT_URL) &&
    !values.AUDIT_CHECKPOINT_URL.startsWith('https:')
  )
    problems.push('AUDIT_CHECKPOINT_URL must begin with https:// where it is not on this machine')
  const oidc = toOidc(values, problems)
  return oidc && { kind: 'dintero', baseUrl, demoSignIn: false, oidc }
}
