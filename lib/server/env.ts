import 'server-only'
import type { Measure } from '@/lib/audit/facts-schema'
import type { OptionalSection } from '@/lib/customers/model/record-section'
import { type CheckpointJwk, demoCheckpointJwks } from '@/lib/server/audit/checkpoints/keys'
import type { AuditKey } from '@/lib/server/audit/keys'
import { type Account, envSchema } from '@/lib/server/env-schema'
import { toUpstream, type Upstream } from '@/lib/server/env-upstream'
import { toUpstreamSettings, type UpstreamSettings } from '@/lib/server/upstream/settings'

/** The only place of the app that reads `process.env`. With a wrong configuration the server lists every problem and does not start. */

/** How often something may happen before it is refused. */
export type Limits = {
  personPerMinute: number
  accountPerMinute: number
  revealsPerHour: number
  /** Files of all that is kept about one customer. */
  dossiersPerHour: number
  /** Whole emails, phones and tokens that a person who sees masked customers may look for. */
  exactSearchesPerHour: number
  /** Failed sign-ins in 15 minutes, by email and by IP address. */
  signInsPerName: number
  signInsPerIp: number
}

/** How Dintero reports changes of customers. An account without a secret takes no reports. */
export type Webhooks = {
  /** The secrets of each account: several while one replaces another. */
  secrets: ReadonlyMap<string, readonly string[]>
  /** How long it is kept that something has changed. */
  keepDays: number
  /** Older reports are refused. */
  maxAgeMs: number
}

export type Env = {
  isDevelopment: boolean
  /** Whether every answer of the API is checked by its schema: in development and in tests. */
  checksResponses: boolean
  upstream: Upstream
  accounts: ReadonlyMap<string, Account>
  publicUrl: URL
  sessionSecret: string
  /** The countries (ISO 3166) of a phone number without one: the company's own, and its neighbours. */
  phoneCountries: readonly string[]
  upstreamSettings: UpstreamSettings
  /** The bearer token of `/api/metrics`; null where there are no metrics. */
  metricsToken: string | null
  /** The address of a customer in Dintero's back office, with placeholders for ids; null where there is no link. */
  backOfficeUrl: string | null
  consentMaxAgeMonths: number
  /** The sections of a record that this installation does not use. */
  hiddenSections: readonly OptionalSection[]
  databaseUrl: string
  auditKeys: AuditKey[]
  checkpointJwks: CheckpointJwk[]
  /** Where checkpoints are posted; null where they are not. */
  checkpointUrl: string | null
  /** The secret under which exported rows rest in the database until they are downloaded. */
  exportSecret: string
  /** How many calls a minute the exports of an account make together, once each has its first thousand customers. */
  exportCallsPerMinute: number
  webhooks: Webhooks
  /** The contact for a person without a role or an account. */
  supportContact: string | null
  /** The IP addresses of balancers whose `X-Forwarded-For` is trusted. */
  trustedProxies: readonly string[]
  limits: Limits
  /** How many sessions a person may have at one time. */
  sessionsPerPerson: number
  /** How often a person may do something within an hour before it is unusual; 0 where it is not watched. */
  unusualPerHour: Record<Measure, number>
}

/** Parses a whole environment. Returns the settings, or every problem, each with the variable and what it must be. */
export function parseEnv(source: Record<string, string | undefined>): { env: Env } | { problems: string[] } {
  // An empty variable counts as unset, as in a line of a .env file without a value.
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
  const upstream = toUpstream(parsed.data, problems)
  if (!upstream || problems.length > 0) return { problems }
  return {
    env: {
      isDevelopment: parsed.data.NODE_ENV === 'development',
      checksResponses: parsed.data.NODE_ENV !== 'production' || parsed.data.CHECK_RESPONSES === 'true',
      upstream,
      accounts: new Map(parsed.data.DINTERO_ACCOUNTS.map((account) => [account.id, account])),
      publicUrl: new URL(parsed.data.NEXTAUTH_URL),
      sessionSecret: parsed.data.NEXTAUTH_SECRET,
      phoneCountries: [...new Set([parsed.data.PHONE_COUNTRY, ...parsed.data.PHONE_NEIGHBOURS])],
      upstreamSettings: toUpstreamSettings(parsed.data),
      metricsToken: parsed.data.METRICS_TOKEN ?? null,
      backOfficeUrl: parsed.data.BACKOFFICE_URL ?? null,
      consentMaxAgeMonths: parsed.data.CONSENT_MAX_AGE_MONTHS,
      hiddenSections: parsed.data.HIDDEN_SECTIONS,
      databaseUrl: parsed.data.DATABASE_URL,
      auditKeys: parsed.data.AUDIT_KEYS,
      checkpointJwks: parsed.data.AUDIT_CHECKPOINT_KEYS ?? demoCheckpointJwks(parsed.data.AUDIT_KEYS),
      checkpointUrl: parsed.data.AUDIT_CHECKPOINT_URL ?? null,
      // The demo makes its own of a secret that it has.
      exportSecret: parsed.data.EXPORT_KEY ?? `exports of ${parsed.data.NEXTAUTH_SECRET}`,
      exportCallsPerMinute: parsed.data.EXPORT_CALLS_PER_MINUTE,
      webhooks: {
        secrets: new Map(Object.entries(parsed.data.WEBHOOK_SECRETS ?? {})),
        keepDays: parsed.data.WEBHOOK_KEEP_DAYS,
        maxAgeMs: parsed.data.WEBHOOK_MAX_AGE_HOURS * 3_600_000,
      },
      supportContact: parsed.data.SUPPORT_CONTACT ?? null,
      trustedProxies: parsed.data.TRUSTED_PROXIES ?? [],
      limits: {
        personPerMinute: parsed.data.LIMIT_PERSON_PER_MINUTE,
        accountPerMinute: parsed.data.LIMIT_ACCOUNT_PER_MINUTE,
        revealsPerHour: parsed.data.LIMIT_REVEALS_PER_HOUR,
        dossiersPerHour: parsed.data.LIMIT_DOSSIERS_PER_HOUR,
        exactSearchesPerHour: parsed.data.LIMIT_EXACT_SEARCHES_PER_HOUR,
        signInsPerName: parsed.data.LIMIT_SIGN_INS_PER_NAME,
        signInsPerIp: parsed.data.LIMIT_SIGN_INS_PER_ADDRESS,
      },
      sessionsPerPerson: parsed.data.LIMIT_SESSIONS_PER_PERSON,
      unusualPerHour: {
        records: parsed.data.UNUSUAL_RECORDS_PER_HOUR,
        guesses: parsed.data.UNUSUAL_GUESSES_PER_HOUR,
        refusals: parsed.data.UNUSUAL_REFUSALS_PER_HOUR,
        reveals: parsed.data.UNUSUAL_REVEALS_PER_HOUR,
      },
    },
  }
}

let parsedOnce: Env | undefined

/** The settings of this server, parsed at the first call, which `instrumentation.ts` makes at start. Ends the process where they are wrong. */
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
