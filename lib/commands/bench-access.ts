import { rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { migrate } from '../server/database/migrate'
import { childEnvironment } from './env'
import { freePort } from './ports'
import { startPostgres } from './postgres'
import { runNode } from './run'

/** `npm run bench -- access`: a PostgreSQL of its own, and on it `bench-access-figures`; gives its exit code. */
export async function benchAccess(): Promise<number> {
  const folder = join(tmpdir(), 'customer-desk-bench-postgres')
  const password = 'bench'
  const postgres = await startPostgres({ folder, port: (await freePort(0)) ?? 0, fresh: true, password })
  const secret = 'of a bench alone, 32 characters or more'
  const account = { id: 'T12345678', name: 'Bench', client_id: 'sandbox-client', client_secret: 'sandbox-secret' }
  try {
    await migrate(postgres.url)
    const figures = [
      '--expose-gc',
      '--import',
      'tsx',
      '--conditions=react-server',
      'lib/commands/bench-access-figures.ts',
    ]
    return await runNode(figures, {
      env: childEnvironment({
        DINTERO_URL: 'http://127.0.0.1:4010/v1',
        DINTERO_ACCOUNTS: JSON.stringify([account]),
        NEXTAUTH_URL: 'http://localhost:3000',
        NEXTAUTH_SECRET: secret,
        DATABASE_URL: postgres.url,
        AUDIT_KEYS: JSON.stringify([{ id: 'bench', secret }]),
      }),
    })
  } finally {
    await postgres.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
