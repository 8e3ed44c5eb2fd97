import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const alias = {
  '@': fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, ''),
  // `server-only` throws outside a React server; in tests it guards nothing.
  'server-only': fileURLToPath(new URL('./node_modules/server-only/empty.js', import.meta.url)),
}

export default defineConfig({
  test: {
    // By default one core stays free, which on two cores leaves one worker.
    maxWorkers: '100%',
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'node',
          environment: 'node',
          include: ['lib/**/*.test.ts', 'app/**/*.test.ts'],
          setupFiles: ['lib/server/quiet-log-for-tests.ts'],
          testTimeout: 30_000,
          globalSetup: './lib/commands/test/postgres-for-tests.ts',
        },
      },
      {
        resolve: { alias },
        test: { name: 'dom', environment: 'happy-dom', include: ['components/**/*.test.{ts,tsx}'] },
      },
    ],
  },
})
