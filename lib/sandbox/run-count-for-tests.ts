/** How often a property test runs: `full` times in `npm run nightly`, which sets `NIGHTLY_MINUTES`, a tenth in `npm test`. */
export const runCount = (full: number): number =>
  process.env.NIGHTLY_MINUTES === undefined ? Math.ceil(full / 10) : full
