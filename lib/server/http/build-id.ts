import 'server-only'
import { readFileSync } from 'node:fs'
import { processSingleton } from '@/lib/server/process-singleton'

/** Which build this server runs, as Next named it; all of a development server is one. */
export const buildId = (): string =>
  processSingleton('build id', () => {
    try {
      return readFileSync('.next/BUILD_ID', 'utf8').trim()
    } catch {
      return 'development'
    }
  })
