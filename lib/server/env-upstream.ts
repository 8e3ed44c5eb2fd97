import 'server-only'
import type { Role } from '@/lib/access'
import type { Account, EnvValues } from '@/lib/server/env-schema'

export type Oidc = {
  issuer: string
  clientId: string
  clientSecret: string
  /** The scopes of a sign-in, with spaces between them. */
  scope: string
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

/** The addresses over which secrets, sessions or customers travel, and which are neither https nor on this machine. */
function plainAddresses(values: EnvValues): string[] {
  return (['DINTERO_URL', 'NEXTAUTH_URL', 'OIDC_ISSUER', 'OIDC_SIGN_OUT_URL', 'AUDIT_CHECKPOINT_URL'] as const).flatMap(
    (name) => {
      const url = values[name]
      if (url === undefined || /^https:/i.test(url) || (/^http:/i.test(url) && isLoopback(url))) return []
      return [`${name} must begin with https:// where it is not on this machine`]
    },
  )
}

/**
 * The keys that are not random, and the secrets that serve twice: whoever learns the one of the cookie must not be able to
 * write the audit log, nor the other way round.
 */
function weakSecrets({
  NEXTAUTH_SECRET,
  AUDIT_KEYS,
  EXPORT_KEY = '',
  WEBHOOK_SECRETS = {},
  METRICS_TOKEN,
  OIDC_CLIENT_SECRET,
}: EnvValues): string[] {
  const keys: [name: string, secret: string][] = [
    ['NEXTAUTH_SECRET', NEXTAUTH_SECRET],
    ...AUDIT_KEYS.map(({ id, secret }): [string, string] => [`AUDIT_KEYS (${id})`, secret]),
    ...(EXPORT_KEY === '' ? [] : [['EXPORT_KEY', EXPORT_KEY] satisfies [string, string]]),
    ...Object.entries(WEBHOOK_SECRETS).flatMap(([id, secrets]) =>
      secrets.map((secret): [string, string] => [`WEBHOOK_SECRETS (${id})`, secret]),
    ),
  ]
  const others: [name: string, secret: string | undefined][] = [
    ['METRICS_TOKEN', METRICS_TOKEN],
    ['OIDC_CLIENT_SECRET', OIDC_CLIENT_SECRET],
  ]
  const repeated = keys
    .filter(([, secret]) => new Set(secret).size < 8)
    .map(([name]) => `${name} must be random, and not a few characters repeated; openssl rand -base64 32 makes one`)
  const shared = [...keys, ...others].flatMap(([name, secret], at, all) => {
    const first = all.findIndex(([, other]) => other === secret)
    return secret !== undefined && first < at
      ? [`${name} has the same secret as ${all[first]?.[0]}; each must be its own`]
      : []
  })
  return [...repeated, ...shared]
}

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
      scope: values.OIDC_SCOPE,
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

/** The accounts that have a secret for webhooks and are not configured. */
const unknownWebhookAccounts = ({ WEBHOOK_SECRETS = {}, DINTERO_ACCOUNTS }: EnvValues): string[] =>
  Object.keys(WEBHOOK_SECRETS)
    .filter((id) => !DINTERO_ACCOUNTS.some((account) => account.id === id))
    .map((id) => `WEBHOOK_SECRETS names ${id}, which is not among DINTERO_ACCOUNTS`)

/**
 * The upstream of a configuration; what is wrong is added to `problems`. The sandbox is an upstream on loopback where every
 * account has a sandbox client. Loopback alone is not enough: a real upstream behind a local proxy must never open demo
 * sign-in.
 */
export function toUpstream(values: EnvValues, problems: string[]): Upstream | null {
  const baseUrl = values.DINTERO_URL.replace(/\/+$/, '')
  const sandboxClients = values.DINTERO_ACCOUNTS.filter(isSandboxClient)
  problems.push(...unknownWebhookAccounts(values))
  if (isLoopback(baseUrl) && sandboxClients.length === values.DINTERO_ACCOUNTS.length)
    return { kind: 'sandbox', baseUrl, demoSignIn: true }
  for (const { id } of sandboxClients)
    problems.push(
      `DINTERO_ACCOUNTS: ${id} has a client of the sandbox, which is refused for any upstream but the sandbox on this machine`,
    )
  problems.push(...plainAddresses(values), ...weakSecrets(values))
  if (!values.AUDIT_CHECKPOINT_KEYS)
    problems.push(
      'AUDIT_CHECKPOINT_KEYS is required where DINTERO_URL is not the sandbox; .env.example says how to make one',
    )
  if (!values.EXPORT_KEY)
    problems.push('EXPORT_KEY is required where DINTERO_URL is not the sandbox; openssl rand -base64 32 makes one')
  const oidc = toOidc(values, problems)
  return oidc && { kind: 'dintero', baseUrl, demoSignIn: false, oidc }
}
