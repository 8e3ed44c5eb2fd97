import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const alias = {
  '@': fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, ''),
  // `server-only` throws outside a React server; in tests it guards nothing.
  'server-only': fileURLToPath(new URL('./node_modules/server-only/empty.js', import.meta.url)),
}

/** No test judges a time: these end what hangs, and are far more than a busy machine needs. */
const timeouts = { testTimeout: 60_000, hookTimeout: 60_000 }

/** Tests that leave nothing behind in their process, which they share: a process for each file takes longer than most of them. */
const sharing = [
  'lib/*.test.ts',
  'lib/{api,architecture,audit,customers,messages}/**/*.test.ts',
  'lib/commands/{*,test/*}.test.ts',
  'lib/sandbox/{*,{control,description,endpoints,generate,http}/*}.test.ts',
]

/** Tests that change the process itself, which each of them therefore has alone. */
const alone = ['lib/server/http/admission/*.test.ts', 'lib/server/quiet-console.test.ts']

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
          exclude: [...sharing, ...alone],
          setupFiles: ['lib/server/fresh-process-for-tests.ts', 'lib/server/quiet-log-for-tests.ts'],
          isolate: false,
          ...timeouts,
          globalSetup: './lib/commands/test/postgres-for-tests.ts',
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'alone',
          environment: 'node',
          include: alone,
          setupFiles: ['lib/server/quiet-log-for-tests.ts'],
          ...timeouts,
        },
      },
      {
        resolve: { alias },
        test: { name: 'sharing', environment: 'node', include: sharing, isolate: false, ...timeouts },
      },
      {
        resolve: { alias },
        test: {
          name: 'dom',
          environment: 'happy-dom',
          include: ['components/**/*.test.{ts,tsx}'],
          setupFiles: ['components/ui/testing/fresh-modules-for-tests.ts'],
          isolate: false,
          ...timeouts,
        },
      },
    ],
  },
})
