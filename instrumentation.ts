import { env } from '@/lib/server/env'

/** Runs once at start, before the first request: a server with a wrong configuration ends here. */
export function register(): void {
  env()
}
