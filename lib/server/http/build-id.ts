import 'server-only'
import { readFileSync } from 'node:fs'
import { processSingleton } from '@/lib/server/process-singleton'

/** The id that Next gave to the build of this server. A development server has a single, fixed id. */
export const buildId = (): string =>
  processSingleton('build id', () => {
    try {
      return readFileSync('.next/BUILD_ID', 'utf8').trim()
    } catch {
      return 'development'
    }
  })
