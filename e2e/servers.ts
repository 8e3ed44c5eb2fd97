import { randomBytes } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { accounts, client } from '../lib/sandbox/seed/seed'

/**
 * The servers of a test run, and what tests must know of them. Each worker of Playwright has a sandbox, an app, a
 * database, an identity provider and a company's app of its own, so that a fault that one test sets reaches no other.
 */

export const workerCount = 2

/** The worker that this process is (Playwright sets the variable before a test file loads); the first one elsewhere. */
const ownWorker = Number(process.env.TEST_PARALLEL_INDEX ?? 0)

/** The session key and the database password are new in each run; workers inherit them. */
process.env.E2E_SESSION_SECRET ??= randomBytes(32).toString('base64url')
export const sessionSecret = process.env.E2E_SESSION_SECRET
process.env.E2E_DATABASE_PASSWORD ??= randomBytes(16).toString('hex')
const databasePassword = process.env.E2E_DATABASE_PASSWORD

/** Between the ports of two workers. Their ports do not meet: the last digits of a worker's own ports are 0 to 3. */
const portsPerWorker = 5

/** The port that a worker uses in place of `usual`. `E2E_PORT_OFFSET` (a multiple of 100) lets checkouts run their tests side by side. */
const portOf = (worker: number, usual: number): number =>
  usual + Number(process.env.E2E_PORT_OFFSET ?? 0) + worker * portsPerWorker

export const port = (usual: number): number => portOf(ownWorker, usual)

export const sandboxCustomers = 5000

/** Chromium's own sandbox is not available to root, and nothing of the browser may call home. */
export const chromiumArgs = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** One PostgreSQL for all workers, with a database for each. */
const databasePort = portOf(0, 3380)
const databaseName = (worker: number) => `e2e_${worker}`
export const databaseFlags = [
  `--port ${databasePort}`,
  `--folder ${join(tmpdir(), 'customer-desk-e2e-postgres')}`,
  `--password ${databasePassword}`,
  '--fresh',
  ...Array.from({ length: workerCount }, (_, worker) => `--name ${databaseName(worker)}`),
].join(' ')

const named = [
  { id: accounts.test, name: 'Nordlys Sport Test' },
  { id: accounts.production, name: 'Nordlys Sport' },
  { id: accounts.empty, name: 'Nordlys Outlet Test' },
]

export const webhookSecret = `${sessionSecret}-webhook`
export const metricsToken = 'metrics-token-of-the-tests'

/** The servers of one worker. */
export function serversOf(worker: number) {
  const appUrl = `http://localhost:${portOf(worker, 3310)}`
  const sandboxOrigin = `http://127.0.0.1:${portOf(worker, 3360)}`
  const databaseUrl = `postgres://desk:${databasePassword}@127.0.0.1:${databasePort}/${databaseName(worker)}`
  const companyLogin = {
    url: `http://localhost:${portOf(worker, 3311)}`,
    clientId: 'desk',
    clientSecret: 'desk-login-secret',
  }
  const companyApp = { url: `http://localhost:${portOf(worker, 3312)}` }

  const appEnvironment = {
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
    AUDIT_KEYS: JSON.stringify([{ id: 'e2e', secret: `${sessionSecret}-audit` }]),
    // Also for the company's app, which signs in the same database.
    AUDIT_CHECKPOINT_KEYS:
      '[{"kty":"OKP","crv":"Ed25519","x":"EKX6M2fpQtLz0ljlvuqZUlgkqOFpTC5khLCetNmAlBY","d":"sfN5yHkYGdvbLxfxJCqHwiBQUO9rVhr462jbxADbHDA"}]',
    EXPORT_KEY: `${sessionSecret}-export`,
    WEBHOOK_SECRETS: JSON.stringify({ [accounts.test]: [webhookSecret] }),
    // A run sends more requests in a minute than any person.
    LIMIT_PERSON_PER_MINUTE: '100000',
    LIMIT_ACCOUNT_PER_MINUTE: '100000',
    // All tests come from one client IP, and many of them fail to sign in.
    LIMIT_SIGN_INS_PER_ADDRESS: '100000',
    // Many tests sign in as the same demo person, each for itself.
    LIMIT_SESSIONS_PER_PERSON: '100000',
    // A run does more in an hour than any person.
    UNUSUAL_RECORDS_PER_HOUR: '0',
    UNUSUAL_GUESSES_PER_HOUR: '0',
    UNUSUAL_REFUSALS_PER_HOUR: '0',
    PHONE_COUNTRY: 'NO',
    BACKOFFICE_URL: 'https://backoffice.example.com/{account}/{customer_id}',
    METRICS_TOKEN: metricsToken,
    // Every answer of the run is checked by its schema, as in development.
    CHECK_RESPONSES: 'true',
    // Short, so that tests of an upstream that stalls are short too, and long enough for a machine that stalls.
    UPSTREAM_TIMEOUT_MS: '4000',
    UPSTREAM_FIRST_BYTE_MS: '2400',
    UPSTREAM_BETWEEN_BYTES_MS: '1600',
    // No call is sent a second time beside itself, however busy the machine is: tests count calls. The storm sets its own.
    UPSTREAM_HEDGE_MS: '60000',
    UPSTREAM_BACKOFF_MS: '5',
    UPSTREAM_BREAKER_WINDOW_MS: '3000',
    UPSTREAM_BREAKER_OPEN_MS: '100',
    UPSTREAM_TOKEN_HOLD_MS: '300',
  }

  return {
    appUrl,
    sandboxOrigin,
    databaseUrl,
    companyLogin,
    companyApp,
    appEnvironment,
    /** The same app as a company runs it: people sign in by an OpenID provider, and the upstream is no sandbox to it. */
    companyEnvironment: {
      ...appEnvironment,
      PORT: new URL(companyApp.url).port,
      NEXTAUTH_URL: companyApp.url,
      DINTERO_ACCOUNTS: JSON.stringify([{ ...named[0], client_id: 'company-client', client_secret: 'company-secret' }]),
      OIDC_ISSUER: companyLogin.url,
      OIDC_CLIENT_ID: companyLogin.clientId,
      OIDC_CLIENT_SECRET: companyLogin.clientSecret,
      OIDC_ROLES: '{"support":"agent","guests":"viewer","support-leads":"admin","abroad":"agent"}',
      OIDC_ACCOUNTS: `{"support":["${accounts.test}"],"support-leads":["${accounts.test}"],"guests":["${accounts.test}"],"everyone":[]}`,
      OIDC_SIGN_OUT_URL: `${companyLogin.url}/session/end`,
      SUPPORT_CONTACT: 'help@company.example',
    },
    sandboxFlags: [
      `--port ${new URL(sandboxOrigin).port}`,
      `--customers ${sandboxCustomers}`,
      '--seed 1',
      `--database ${join(tmpdir(), `customer-desk-e2e-${worker}.db`)}`,
    ].join(' '),
  }
}

export const { appUrl, sandboxOrigin, databaseUrl, companyLogin, companyApp, appEnvironment, sandboxFlags } =
  serversOf(ownWorker)

const logFolder = 'e2e/results'
export const appLog = (worker: number): string => `${logFolder}/app-${worker}.log`
