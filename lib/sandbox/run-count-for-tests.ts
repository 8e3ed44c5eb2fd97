/** Whether this is `npm run nightly`, which sets `NIGHTLY_MINUTES`. */
export const isNightly = process.env.NIGHTLY_MINUTES !== undefined

/**
 * The number of runs of a property test: `full` in `npm run nightly`, and a tenth in `npm test`.
 */
export const runCount = (full: number): number => (isNightly ? full : Math.ceil(full / 10))
