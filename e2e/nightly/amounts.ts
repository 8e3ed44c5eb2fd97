/**
 * How much the nightly specs do, and how much others do that also run there. `npm run nightly` sets `NIGHTLY_MINUTES`;
 * `npm test` runs a short form of each, which takes seconds.
 */

const minutes = process.env.NIGHTLY_MINUTES === undefined ? null : Number(process.env.NIGHTLY_MINUTES)

export const amounts =
  minutes === null
    ? {
        randomUseMinutes: null,
        randomUseRuns: 2,
        strangest: 12,
        crashes: 1,
        answersBeforeCrash: 30,
        stormMinutes: null,
        allFilterPairs: false,
        everyFault: false,
        everyForm: false,
      }
    : {
        randomUseMinutes: minutes,
        randomUseRuns: 100_000,
        strangest: 300,
        crashes: 20,
        answersBeforeCrash: 100,
        stormMinutes: Math.min(minutes, 10),
        allFilterPairs: true,
        everyFault: true,
        everyForm: true,
      }
