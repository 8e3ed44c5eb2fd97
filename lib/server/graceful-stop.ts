import 'server-only'

const mostMs = 10_000

/**
 * Next stops listening at SIGTERM and ends when every answer has been sent. A reader who takes none would hold it for ever:
 * after ten seconds it ends all the same. No call of ours takes so long.
 */
export function boundTheStop(): void {
  // 128 and the number of the signal: what Next ends with as well.
  process.once('SIGTERM', () => setTimeout(() => process.exit(143), mostMs).unref())
}
