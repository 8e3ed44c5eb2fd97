import 'server-only'
import { z } from 'zod'
import { roles } from '@/lib/access'
import { accountIdPattern } from '@/lib/account'
import { optionalSections } from '@/lib/customers/model/record-section'
import { checkpointJwks } from '@/lib/server/audit/checkpoints/keys'
import { upstreamVariables } from '@/lib/server/upstream/settings'

/** The shape of each environment variable. What depends on several of them is checked in `env-upstream.ts`. */

const accountSchema = z.strictObject({
  id: z.string().regex(accountIdPattern, 'must be P or T and eight digits, such as P12345678'),
  name: z.string().min(1, 'must not be empty'),
  client_id: z.string().min(1, 'must not be empty'),
  client_secret: z.string().min(1, 'must not be empty'),
})

export type Account = z.infer<typeof accountSchema>

/** JSON text, parsed and then checked by `schema`. */
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

/** How often something may happen. */
const limit = (fallback: number) =>
  z.coerce.number({ error: 'must be a whole number from 1' }).int().min(1).max(1_000_000).default(fallback)

/** More than that is unusual. 0 switches a measure off. */
const bound = (fallback: number) =>
  z.coerce.number({ error: 'must be a whole number from 0' }).int().min(0).max(9_000).default(fallback)

export const envSchema = z.object({
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
  AUDIT_CHECKPOINT_KEYS: json(checkpointJwks, '[{"kty":"OKP","crv":"Ed25519","x":"…","d":"…"}]').optional(),
  AUDIT_CHECKPOINT_URL: z
    .url({ protocol: /^https?$/, error: 'must be an address, such as https://siem.example.com/desk' })
    .optional(),
  WEBHOOK_SECRETS: json(
    z.record(
      z.string().regex(accountIdPattern, 'must be an account id'),
      z.array(z.string().min(16, 'must have at least 16 characters')).min(1, 'must hold at least one secret'),
    ),
    '{"P12345678":["…"]}',
  ).optional(),
  WEBHOOK_KEEP_DAYS: z.coerce.number({ error: 'must be a number of days' }).int().min(1).max(3_650).default(400),
  WEBHOOK_MAX_AGE_HOURS: z.coerce.number({ error: 'must be a number of hours' }).int().min(1).max(720).default(72),
  EXPORT_KEY: z.string().min(32, 'must have at least 32 characters; openssl rand -base64 32 makes one').optional(),
  EXPORT_CALLS_PER_MINUTE: limit(60),
  SUPPORT_CONTACT: z.string().max(200).optional(),
  TRUSTED_PROXIES: z
    .string()
    .transform((text) => text.split(',').map((one) => one.trim()))
    .pipe(z.array(z.union([z.ipv4(), z.ipv6()], 'must be IP addresses with commas between them')))
    .optional(),
  LIMIT_PERSON_PER_MINUTE: limit(600),
  LIMIT_ACCOUNT_PER_MINUTE: limit(3_000),
  LIMIT_REVEALS_PER_HOUR: limit(20),
  LIMIT_DOSSIERS_PER_HOUR: limit(20),
  LIMIT_EXACT_SEARCHES_PER_HOUR: limit(30),
  LIMIT_SIGN_INS_PER_NAME: limit(10),
  LIMIT_SIGN_INS_PER_ADDRESS: limit(100),
  LIMIT_SESSIONS_PER_PERSON: limit(10),
  UNUSUAL_RECORDS_PER_HOUR: bound(150),
  UNUSUAL_GUESSES_PER_HOUR: bound(60),
  UNUSUAL_REFUSALS_PER_HOUR: bound(20),
  UNUSUAL_REVEALS_PER_HOUR: bound(15),
  PHONE_COUNTRY: z
    .string()
    .regex(/^[A-Z]{2}$/, 'must be an ISO 3166 country code, such as NO')
    .default('NO'),
  PHONE_NEIGHBOURS: z
    .string()
    .default('SE,DK,FI')
    .transform((text) => text.split(',').flatMap((one) => one.trim() || []))
    .pipe(z.array(z.string().regex(/^[A-Z]{2}$/, 'must be ISO 3166 country codes with commas between them')).max(5)),
  BACKOFFICE_URL: z
    .string()
    .refine(
      (text) => /^https?:$/.test(URL.canParse(text) ? new URL(text).protocol : '') && /\{(customer_id|id)\}/.test(text),
      'must be an address with {customer_id} or {id}, such as https://backoffice.example.com/{account}/customers/{customer_id}',
    )
    .optional(),
  CONSENT_MAX_AGE_MONTHS: z.coerce.number({ error: 'must be a number of months' }).int().min(1).max(1_200).default(24),
  HIDDEN_SECTIONS: z
    .string()
    .default('')
    .transform((text) => text.split(',').flatMap((one) => one.trim() || []))
    .pipe(z.array(z.enum(optionalSections, `must be of ${optionalSections.join(', ')}, with commas between them`))),
  ...upstreamVariables,
  /** For browser tests: checks every answer of the API by its schema in a production build too. */
  CHECK_RESPONSES: z.enum(['true', 'false']).default('false'),
  METRICS_TOKEN: z.string().min(16, 'must have at least 16 characters; openssl rand -base64 32 makes one').optional(),
  OIDC_ISSUER: z.url({ error: 'must be the issuer of your OpenID provider' }).optional(),
  OIDC_CLIENT_ID: z.string().min(1).optional(),
  OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  OIDC_SCOPE: z
    .string()
    .refine(
      (text) => text.split(' ').includes('openid'),
      'must hold openid, such as openid email profile offline_access',
    )
    .default('openid email profile'),
  OIDC_ROLE_CLAIM: z.string().min(1).default('roles'),
  OIDC_ROLES: json(z.record(z.string(), z.enum(roles)), '{"support":"agent","support-leads":"admin"}').optional(),
  OIDC_SIGN_OUT_URL: z.url({ error: 'must be the end_session_endpoint of your OpenID provider' }).optional(),
  OIDC_ACCOUNT_CLAIM: z.string().min(1).optional(),
  OIDC_ACCOUNTS: json(
    z.record(z.string(), z.array(z.string().regex(accountIdPattern, 'must be an account id'))),
    '{"*":["P12345678"]}',
  ).optional(),
})

export type EnvValues = z.infer<typeof envSchema>
