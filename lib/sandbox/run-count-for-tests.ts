/**
 * The number of runs of a property test: `full` in `npm run nightly`, which sets `NIGHTLY_MINUTES`, and a tenth in `npm
 * test`.
 */
export const runCount = (full: number): number =>
  process.env.NIGHTLY_MINUTES === undefined ? Math.ceil(full / 10) : full
