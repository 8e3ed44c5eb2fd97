import 'server-only'
import { z } from 'zod'
import { roles } from '@/lib/access'
import { accountIdPattern } from '@/lib/account'
import type { AuditKey } from '@/lib/server/audit/keys'
import { toUpstreamSettings, type UpstreamSettings, upstreamVariables } from '@/lib/server/upstream/settings'

/** The only place of the app that reads `process.env`. What is wrong is listed whole, and the server does not start. */

const accountSchema = z.strictObject({
  id: z.string().regex(accountIdPattern, 'must be P or T and eight digits, such as P12345678'),
  name: z.string().min(1, 'must not be empty'),
  client_id: z.string().min(1, 'must not be empty'),
  client_secret: z.string().min(1, 'must not be empty'),
})

export type Account = z.infer<typeof accountSchema>

/** A text of JSON, parsed and then checked by `schema`. */
const json = <S extends z.ZodType>(schema: S, example: string) =>
  z
    .string()
    .transform((text, context) => {
      try {
        return JSON.parse(text) as unknown
      } catch {
        context.addIssue({ code: 'custom', message: `must be JSON, such as ${example}` })
        return z.NEVER
      }
    })
    .pipe(schema)

const accountExample = `[{"id":"P12345678","name":"Nordlys Sport","client_id":"…","client_secret":"…"}]`

const auditKeySchema = z.strictObject({
  id: z.string().regex(/^[\w-]{1,32}$/, 'must be 1 to 32 letters, digits, - or _'),
  secret: z.string().min(32, 'must have at least 32 characters; openssl rand -base64 32 makes one'),
})

const atMost = (fallback: number) =>
  z.coerce.number({ error: 'must be a whole number from 1' }).int().min(1).max(1_000_000).default(fallback)

const envSchema = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('production'),
  DINTERO_URL: z
    .url({
      protocol: /^https?$/,
      error: 'must be the base URL with its version, such as https://api.dintero.com/v1',
      abort: true,
    })
    .refine((url) => new URL(url).search === '' && new URL(url).hash === '', 'must have no query and no fragment')
    .refine((url) => new URL(url).username === '', 'must hold no user name or password'),
  DINTERO_ACCOUNTS: json(z.array(accountSchema).min(1, 'must name at least one account'), accountExample).refine(
    (accounts) => new Set(accounts.map(({ id }) => id)).size === accounts.length,
    'must name each account once',
  ),
  NEXTAUTH_URL: z.url({
    protocol: /^https?$/,
    error: 'must be the address people open, such as https://desk.example.com',
  }),
  NEXTAUTH_SECRET: z
    .string({ error: 'is required: 32 random characters, from openssl rand -base64 32' })
    .min(32, 'must have at least 32 characters; openssl rand -base64 32 makes one'),
  DATABASE_URL: z.url({
    protocol: /^postgres(ql)?$/,
    error: 'must be the address of a PostgreSQL database, such as postgres://desk:…@db.example.com/desk',
  }),
  AUDIT_KEYS: json(z.array(auditKeySchema).min(1, 'must hold at least one key'), '[{"id":"2026","secret":"…"}]').refine(
    (keys) => new Set(keys.map(({ id }) => id)).size === keys.length,
    'must name each key once',
  ),
  SUPPORT_CONTACT: z.string().max(200).optional(),
  TRUSTED_PROXIES: z
    .string()
    .transform((text) => text.split(',').map((one) => one.trim()))
    .pipe(z.array(z.union([z.ipv4(), z.ipv6()], 'must be IP addresses with commas between them')))
    .optional(),
  LIMIT_PERSON_PER_MINUTE: atMost(600),
  LIMIT_ACCOUNT_PER_MINUTE: atMost(3_000),
  LIMIT_REVEALS_PER_HOUR: atMost(20),
  LIMIT_SIGN_INS_PER_NAME: atMost(10),
  LIMIT_SIGN_INS_PER_ADDRESS: atMost(100),
  PHONE_COUNTRY: z
    .string()
    .regex(/^[A-Z]{2}$/, 'must be an ISO 3166 country code, such as NO')
    .default('NO'),
  BACKOFFICE_URL: z
    .string()
    .refine(
      (text) => /^https?:$/.test(URL.canParse(text) ? new URL(text).protocol : '') && /\{(customer_id|id)\}/.test(text),
      'must be an address with {customer_id} or {id}, such as https://backoffice.example.com/{account}/customers/{customer_id}',
    )
    .optional(),
  CONSENT_MAX_AGE_MONTHS: z.coerce.number({ error: 'must be a number of months' }).int().min(1).max(1_200).default(24),
  ...upstreamVariables,
  METRICS_TOKEN: z.string().min(16, 'must have at least 16 characters; openssl rand -base64 32 makes one').optional(),
  OIDC_ISSUER: z.url({ error: 'must be the issuer of your OpenID provider' }).optional(),
  OIDC_CLIENT_ID: z.string().min(1).optional(),
  OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  OIDC_ROLE_CLAIM: z.string().min(1).default('roles'),
  OIDC_ROLES: json(z.record(z.string(), z.enum(roles)), '{"support":"agent","support-leads":"admin"}').optional(),
  OIDC_SIGN_OUT_URL: z.url({ error: 'must be the end_session_endpoint of your OpenID provider' }).optional(),
  OIDC_ACCOUNT_CLAIM: z.string().min(1).optional(),
  OIDC_ACCOUNTS: json(
    z.record(z.string(), z.array(z.string().regex(accountIdPattern, 'must be an account id'))),
    '{"*":["P12345678"]}',
  ).optional(),
})

type Values = z.infer<typeof envSchema>

export type Oidc = {
  issuer: string
  clientId: string
  clientSecret: string
  roleClaim: string
  roles: Record<string, (typeof roles)[number]>
  accountClaim: string
  /** The provider's end-session endpoint; null where signing out ends our session alone. */
  signOutUrl: string | null
  /** The accounts that a value of the claim opens; `*` stands for everyone who has a role. */
  accounts: Record<string, string[]>
}

/** What is counted, and how often it may happen. */
export type Limits = {
  personPerMinute: number
  accountPerMinute: number
  revealsPerHour: number
  /** Failed sign-ins in 15 minutes. */
  signInsPerName: number
  signInsPerAddress: number
}

/** Where customers come from and, since it follows from that, how people sign in. */
export type Upstream =
  | { kind: 'sandbox'; baseUrl: string; demoSignIn: true }
  | { kind: 'dintero'; baseUrl: string; demoSignIn: false; oidc: Oidc }

export type Env = {
  isDevelopment: boolean
  upstream: Upstream
  accounts: ReadonlyMap<string, Account>
  publicUrl: URL
  sessionSecret: string
  phoneCountry: string
  upstreamSettings: UpstreamSettings
  /** Who may read `/api/metrics`; null where nobody may. */
  metricsToken: string | null
  /** The address of a customer in Dintero's back office, with places for ids; null where there is none. */
  backOfficeUrl: string | null
  consentMaxAgeMonths: number
  databaseUrl: string
  auditKeys: AuditKey[]
  /** Whom somebody without a role or an account can ask. */
  supportContact: string | null
  /** The balancers whose word about a client's address counts. */
  trustedProxies: readonly string[]
  limits: Limits
}

const isLoopback = (url: string) => /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(new URL(url).hostname)
const isSandboxClient = ({ client_id, client_secret }: Account) =>
  client_id.startsWith('sandbox-') || client_secret === 'sandbox-secret'

function readOidc(values: Values, problems: string[]): Oidc | null {
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
 * The sandbox is an upstream on loopback to which every account signs in with a sandbox client. Loopback alone is not
 * enough: a real upstream behind a local proxy must never open demo sign-in.
 */
function readUpstream(values: Values, problems: string[]): Upstream | null {
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
  const oidc = readOidc(values, problems)
  return oidc && { kind: 'dintero', baseUrl, demoSignIn: false, oidc }
}

/** Parses a whole environment: the settings, or every problem in it, each naming the variable and what would be right. */
export function parseEnv(source: Record<string, string | undefined>): { env: Env } | { problems: string[] } {
  // An empty variable is an unset one: that is how a .env file leaves a line out.
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ''))
  const parsed = envSchema.safeParse(given)
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path: [name, ...rest], message, code }) => {
      const where = rest.length > 0 ? ` (${rest.join('.')})` : ''
      const missing = code === 'invalid_type' && rest.length === 0 && !(String(name) in given)
      return missing
        ? `${String(name)} is required${message.startsWith('must') ? `: it ${message}` : ''}`
        : `${String(name)}${where} ${message}`
    })
    return { problems: [...new Set(problems)] }
  }
  const problems: string[] = []
  const upstream = readUpstream(parsed.data, problems)
  if (!upstream || problems.length > 0) return { problems }
  return {
    env: {
      isDevelopment: parsed.data.NODE_ENV === 'development',
      upstream,
      accounts: new Map(parsed.data.DINTERO_ACCOUNTS.map((account) => [account.id, account])),
      publicUrl: new URL(parsed.data.NEXTAUTH_URL),
      sessionSecret: parsed.data.NEXTAUTH_SECRET,
      phoneCountry: parsed.data.PHONE_COUNTRY,
      upstreamSettings: toUpstreamSettings(parsed.data),
      metricsToken: parsed.data.METRICS_TOKEN ?? null,
      backOfficeUrl: parsed.data.BACKOFFICE_URL ?? null,
      consentMaxAgeMonths: parsed.data.CONSENT_MAX_AGE_MONTHS,
      databaseUrl: parsed.data.DATABASE_URL,
      auditKeys: parsed.data.AUDIT_KEYS,
      supportContact: parsed.data.SUPPORT_CONTACT ?? null,
      trustedProxies: parsed.data.TRUSTED_PROXIES ?? [],
      limits: {
        personPerMinute: parsed.data.LIMIT_PERSON_PER_MINUTE,
        accountPerMinute: parsed.data.LIMIT_ACCOUNT_PER_MINUTE,
        revealsPerHour: parsed.data.LIMIT_REVEALS_PER_HOUR,
        signInsPerName: parsed.data.LIMIT_SIGN_INS_PER_NAME,
        signInsPerAddress: parsed.data.LIMIT_SIGN_INS_PER_ADDRESS,
      },
    },
  }
}

let parsedOnce: Env | undefined

/** The settings of this server, parsed at the first call (`instrumentation.ts` makes it at start). Ends the process where they are wrong. */
export function env(): Env {
  if (parsedOnce) return parsedOnce
  const result = parseEnv(process.env)
  if ('env' in result) {
    parsedOnce = result.env
    return parsedOnce
  }
  console.error(
    `The server does not start. Its configuration (see .env.example) has ${result.problems.length === 1 ? 'a problem' : `${result.problems.length} problems`}:\n${result.problems.map((problem) => `  - ${problem}`).join('\n')}`,
  )
  // A throw inside instrumentation does not stop Next's server.
  return globalThis.process.exit(1)
}

/** What of the configuration the screen of a record needs. */
export const recordSettings = (): Pick<Env, 'backOfficeUrl' | 'consentMaxAgeMonths'> => {
  const { backOfficeUrl, consentMaxAgeMonths } = env()
  return { backOfficeUrl, consentMaxAgeMonths }
}
