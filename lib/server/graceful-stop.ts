import 'server-only'

const maxShutdownMs = 10_000

/**
 * At SIGTERM Next stops listening and exits once every answer has been sent. A client that does not read its answer would
 * keep the process alive, so it exits after ten seconds in any case. No request takes that long.
 */
export function limitShutdownTime(): void {
  // 128 plus the number of the signal, as Next itself exits with.
  process.once('SIGTERM', () => setTimeout(() => process.exit(143), maxShutdownMs).unref())
}
