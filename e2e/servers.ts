import { randomBytes } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { accounts, client } from '../lib/sandbox/seed/seed'

/** The two servers of a run, and what tests must know of them. The session key is new in each run; workers inherit it. */

process.env.E2E_SESSION_SECRET ??= randomBytes(32).toString('base64url')
export const sessionSecret = process.env.E2E_SESSION_SECRET

/** Moves every port of a run, so that two checkouts can run their tests side by side. */
export const port = (usual: number): number => usual + Number(process.env.E2E_PORT_OFFSET ?? 0)

export const appUrl = `http://localhost:${port(3310)}`
export const sandboxOrigin = `http://127.0.0.1:${port(4310)}`
export const sandboxCustomers = 5000
/** Of Chromium: a sandbox of its own is not to be had for root, and nothing of it may call home. */
export const chromiumArgs = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** The record of reads, and who is signed in: a real PostgreSQL. */
process.env.E2E_DATABASE_PASSWORD ??= randomBytes(16).toString('hex')
const databasePort = port(5310)
const databasePassword = process.env.E2E_DATABASE_PASSWORD
export const databaseUrl = `postgres://desk:${databasePassword}@127.0.0.1:${databasePort}/postgres`
export const databaseFlags = [
  `--port ${databasePort}`,
  `--folder ${join(tmpdir(), 'customer-desk-e2e-postgres')}`,
  `--password ${databasePassword}`,
  '--fresh',
].join(' ')

export const appLog = 'e2e/results/app.log'

const named = [
  { id: accounts.test, name: 'Nordlys Sport Test' },
  { id: accounts.production, name: 'Nordlys Sport' },
  { id: accounts.empty, name: 'Nordlys Outlet Test' },
]

export const metricsToken = 'metrics-token-of-the-tests'

export const appEnvironment = {
  NODE_ENV: 'production',
  HOSTNAME: '127.0.0.1',
  PORT: new URL(appUrl).port,
  DINTERO_URL: `${sandboxOrigin}/v1`,
  DINTERO_ACCOUNTS: JSON.stringify(
    named.map((one) => ({ ...one, client_id: client.id, client_secret: client.secret })),
  ),
  NEXTAUTH_URL: appUrl,
  NEXTAUTH_SECRET: sessionSecret,
  DATABASE_URL: databaseUrl,
  AUDIT_KEYS: JSON.stringify([{ id: 'e2e', secret: sessionSecret }]),
  // A run asks more in a minute than any person.
  LIMIT_PERSON_PER_MINUTE: '100000',
  LIMIT_ACCOUNT_PER_MINUTE: '100000',
  // All tests come from one address, and many of them fail to sign in.
  LIMIT_SIGN_INS_PER_ADDRESS: '100000',
  PHONE_COUNTRY: 'NO',
  BACKOFFICE_URL: 'https://backoffice.example.com/{account}/{customer_id}',
  METRICS_TOKEN: metricsToken,
  // Every answer of the run is checked by its schema, as in development.
  CHECK_RESPONSES: 'true',
  // Short, so that tests of an upstream that stalls are.
  UPSTREAM_TIMEOUT_MS: '2000',
  UPSTREAM_FIRST_BYTE_MS: '1200',
  UPSTREAM_BETWEEN_BYTES_MS: '800',
  UPSTREAM_HEDGE_MS: '600',
  UPSTREAM_BACKOFF_MS: '5',
  UPSTREAM_BREAKER_WINDOW_MS: '3000',
  UPSTREAM_BREAKER_OPEN_MS: '100',
  UPSTREAM_TOKEN_HOLD_MS: '300',
}

export const sandboxFlags = [
  `--port ${new URL(sandboxOrigin).port}`,
  `--customers ${sandboxCustomers}`,
  '--seed 1',
  `--database ${join(tmpdir(), 'customer-desk-e2e.db')}`,
].join(' ')

/** The same app as a company runs it: its people come by an OpenID provider, and its upstream is no sandbox to it. */
export const companyLogin = {
  url: `http://localhost:${port(3311)}`,
  clientId: 'desk',
  clientSecret: 'desk-login-secret',
}
export const companyApp = { url: `http://localhost:${port(3312)}` }

export const companyEnvironment = {
  ...appEnvironment,
  PORT: new URL(companyApp.url).port,
  NEXTAUTH_URL: companyApp.url,
  DINTERO_ACCOUNTS: JSON.stringify([{ ...named[0], client_id: 'company-client', client_secret: 'company-secret' }]),
  OIDC_ISSUER: companyLogin.url,
  OIDC_CLIENT_ID: companyLogin.clientId,
  OIDC_CLIENT_SECRET: companyLogin.clientSecret,
  OIDC_ROLES: '{"support":"agent","support-leads":"admin","abroad":"agent"}',
  OIDC_ACCOUNTS: `{"support":["${accounts.test}"],"support-leads":["${accounts.test}"],"everyone":[]}`,
  OIDC_SIGN_OUT_URL: `${companyLogin.url}/session/end`,
  SUPPORT_CONTACT: 'help@company.example',
}
