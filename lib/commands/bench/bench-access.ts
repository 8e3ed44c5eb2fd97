import { rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { accounts, client } from '../../sandbox/seed/seed'
import { startSandbox } from '../../sandbox/server'
import { migrate } from '../../server/database/migrate'
import { childEnvironment } from '../env'
import { freePort } from '../ports'
import { startPostgres } from '../postgres'
import { runNode } from '../run'

/**
 * `npm run bench -- access`: starts its own PostgreSQL and sandbox, runs `bench-access-figures` on them and returns its
 * exit code.
 */
export async function benchAccess(): Promise<number> {
  const folder = join(tmpdir(), 'customer-desk-bench-postgres')
  const databasePath = join(tmpdir(), 'customer-desk-bench-access.db')
  const password = 'bench'
  const postgres = await startPostgres({ folder, port: (await freePort(0)) ?? 0, fresh: true, password })
  const sandbox = await startSandbox({ port: 0, customers: 5_000, seed: 1, databasePath })
  const secret = 'of a bench alone, 32 characters or more'
  const account = { id: accounts.test, name: 'Bench', client_id: client.id, client_secret: client.secret }
  try {
    await migrate(postgres.url)
    const figures = [
      '--expose-gc',
      '--import',
      'tsx',
      '--conditions=react-server',
      'lib/commands/bench/bench-access-figures.ts',
    ]
    return await runNode(figures, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: childEnvironment({
        DINTERO_URL: sandbox.url,
        DINTERO_ACCOUNTS: JSON.stringify([account]),
        NEXTAUTH_URL: 'http://localhost:3000',
        NEXTAUTH_SECRET: secret,
        DATABASE_URL: postgres.url,
        AUDIT_KEYS: JSON.stringify([{ id: 'bench', secret }]),
      }),
    })
  } finally {
    await sandbox.close()
    await postgres.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
