import { isIP } from 'node:net'
import { z } from 'zod'

/** The environment variables of the commands. No other module of the commands reads `process.env`. */

const port = (fallback: number) =>
  z
    .string()
    .regex(/^\d{1,5}$/)
    .transform(Number)
    .refine((value) => value <= 65_535)
    .default(fallback)

const settings = {
  PORT: { schema: port(3000), valid: 'a port from 0 to 65535' },
  DATABASE_PORT: { schema: port(5010), valid: 'a port from 0 to 65535' },
  SANDBOX_PORT: { schema: port(4010), valid: 'a port from 0 to 65535' },
  SANDBOX_CUSTOMERS: {
    schema: z
      .string()
      .regex(/^\d{1,7}$/)
      .transform(Number)
      .refine((value) => value >= 500 && value <= 5_000_000)
      .default(25_000),
    valid: 'a whole number from 500 to 5000000',
  },
} as const

export type DemoSettings = { port: number; sandboxPort: number; databasePort: number; sandboxCustomers: number }

type Source = Record<string, string | undefined>

/** The settings of the demo, or a sentence that names an invalid variable and its valid values. */
export function readDemoSettings(source: Source = process.env): { settings: DemoSettings } | { problem: string } {
  const parse = (name: keyof typeof settings) => settings[name].schema.safeParse(source[name] || undefined)
  for (const name of ['PORT', 'SANDBOX_PORT', 'DATABASE_PORT', 'SANDBOX_CUSTOMERS'] as const)
    if (!parse(name).success)
      return { problem: `${name} is ${JSON.stringify(source[name])}, but must be ${settings[name].valid}.` }
  const value = (name: keyof typeof settings) => parse(name).data ?? 0
  return {
    settings: {
      port: value('PORT'),
      sandboxPort: value('SANDBOX_PORT'),
      databasePort: value('DATABASE_PORT'),
      sandboxCustomers: value('SANDBOX_CUSTOMERS'),
    },
  }
}

export type StartSettings = { port: number; host: string }

/**
 * The port and host on which the production server listens. It listens on all interfaces unless `HOSTNAME` is an IP address
 * or `localhost`. Containers set `HOSTNAME` to their own name, and the server would then listen on that interface only.
 */
export function readStartSettings(source: Source = process.env): { settings: StartSettings } | { problem: string } {
  const parsed = settings.PORT.schema.safeParse(source.PORT || undefined)
  if (!parsed.success) return { problem: `PORT is ${JSON.stringify(source.PORT)}, but must be ${settings.PORT.valid}.` }
  const { HOSTNAME: given = '' } = source
  return { settings: { port: parsed.data, host: isIP(given) !== 0 || given === 'localhost' ? given : '0.0.0.0' } }
}

/** The environment of a child process: that of this process, with the changes in `change`. */
export function childEnvironment(change: Source): NodeJS.ProcessEnv {
  return { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...change } as NodeJS.ProcessEnv
}

/** Loads `.env.local` and `.env` if they exist. Variables that are already set take precedence. */
export function loadEnvFiles(): void {
  for (const file of ['.env.local', '.env']) {
    try {
      process.loadEnvFile(file)
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
    }
  }
}

/** The path of Chromium, if `CHROMIUM_PATH` is set. */
export function chromiumPath(): string | undefined {
  return process.env.CHROMIUM_PATH || undefined
}

/** The client credentials of the conformance command, or `undefined` when one of the two variables is missing. */
export function upstreamClient(source: Source = process.env): { id: string; secret: string } | undefined {
  const { DINTERO_CLIENT_ID: id, DINTERO_CLIENT_SECRET: secret } = source
  return id && secret ? { id, secret } : undefined
}

const auditSettings = z.object({
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  AUDIT_KEYS: z
    .string()
    .transform((text) => JSON.parse(text) as unknown)
    .pipe(z.array(z.object({ id: z.string().min(1), secret: z.string().min(32) })).min(1)),
})

export type AuditSettings = {
  url: string
  keys: { id: string; secret: string }[]
  /** `AUDIT_CHECKPOINT_KEYS` as it is set. */
  checkpointKeys?: string
  checkpointUrl?: string
}

/**
 * The database URL and the keys of the audit log, null when no database is set, or a sentence that describes the
 * problem.
 */
export function readAuditSettings(): { settings: AuditSettings | null } | { problem: string } {
  loadEnvFiles()
  const { DATABASE_URL, AUDIT_KEYS, AUDIT_CHECKPOINT_KEYS, AUDIT_CHECKPOINT_URL } = process.env
  if (!DATABASE_URL) return { settings: null }
  try {
    const { DATABASE_URL: url, AUDIT_KEYS: keys } = auditSettings.parse({ DATABASE_URL, AUDIT_KEYS })
    const checkpoints = {
      checkpointKeys: AUDIT_CHECKPOINT_KEYS || undefined,
      checkpointUrl: AUDIT_CHECKPOINT_URL || undefined,
    }
    return { settings: { url, keys, ...checkpoints } }
  } catch {
    return {
      problem: 'DATABASE_URL must be the address of a PostgreSQL, and AUDIT_KEYS the keys, as .env.example has them.',
    }
  }
}
