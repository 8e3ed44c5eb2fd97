import { isIP } from 'node:net'
import { z } from 'zod'

/** The only place of the commands that reads `process.env`. */

const port = (fallback: number) =>
  z
    .string()
    .regex(/^\d{1,5}$/)
    .transform(Number)
    .refine((value) => value <= 65_535)
    .default(fallback)

const settings = {
  PORT: { schema: port(3000), right: 'a port from 0 to 65535' },
  DATABASE_PORT: { schema: port(5010), right: 'a port from 0 to 65535' },
  SANDBOX_PORT: { schema: port(4010), right: 'a port from 0 to 65535' },
  SANDBOX_CUSTOMERS: {
    schema: z
      .string()
      .regex(/^\d{1,7}$/)
      .transform(Number)
      .refine((value) => value >= 500 && value <= 5_000_000)
      .default(25_000),
    right: 'a whole number from 500 to 5000000',
  },
} as const

export type DemoSettings = { port: number; sandboxPort: number; databasePort: number; sandboxCustomers: number }

type Source = Record<string, string | undefined>

/** The settings of the demo, or one sentence that names the variable that is wrong and what would be right. */
export function readDemoSettings(source: Source = process.env): { settings: DemoSettings } | { problem: string } {
  const read = (name: keyof typeof settings) => settings[name].schema.safeParse(source[name] || undefined)
  for (const name of ['PORT', 'SANDBOX_PORT', 'DATABASE_PORT', 'SANDBOX_CUSTOMERS'] as const)
    if (!read(name).success)
      return { problem: `${name} is ${JSON.stringify(source[name])}, but must be ${settings[name].right}.` }
  const value = (name: keyof typeof settings) => read(name).data ?? 0
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
 * Where the production server listens: every address, unless `HOSTNAME` is an address or `localhost`. Containers set it
 * to their own name, and the server would then listen on that alone.
 */
export function readStartSettings(source: Source = process.env): { settings: StartSettings } | { problem: string } {
  const read = settings.PORT.schema.safeParse(source.PORT || undefined)
  if (!read.success) return { problem: `PORT is ${JSON.stringify(source.PORT)}, but must be ${settings.PORT.right}.` }
  const { HOSTNAME: given = '' } = source
  return { settings: { port: read.data, host: isIP(given) !== 0 || given === 'localhost' ? given : '0.0.0.0' } }
}

/** The environment that a child of a command gets: ours, changed by `change`. */
export function childEnvironment(change: Source): NodeJS.ProcessEnv {
  return { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...change } as NodeJS.ProcessEnv
}

/** Reads `.env.local` and `.env` where they stand; what is set already wins. */
export function loadEnvFiles(): void {
  for (const file of ['.env.local', '.env']) {
    try {
      process.loadEnvFile(file)
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
    }
  }
}

/** Where Chromium is, when the person says so. */
export function chromiumPath(): string | undefined {
  return process.env.CHROMIUM_PATH || undefined
}

/** The client by which the conformance command signs in; `undefined` where one of both is missing. */
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

export type AuditSettings = { url: string; keys: { id: string; secret: string }[] }

/** Where the record of reads is and by which keys it is told; null where no database is named. */
export function readAuditSettings(): { settings: AuditSettings | null } | { problem: string } {
  loadEnvFiles()
  const { DATABASE_URL, AUDIT_KEYS } = process.env
  if (!DATABASE_URL) return { settings: null }
  try {
    const { DATABASE_URL: url, AUDIT_KEYS: keys } = auditSettings.parse({ DATABASE_URL, AUDIT_KEYS })
    return { settings: { url, keys } }
  } catch {
    return {
      problem: 'DATABASE_URL must be the address of a PostgreSQL, and AUDIT_KEYS the keys, as .env.example has them.',
    }
  }
}
