import { benchSandbox } from '../../lib/sandbox/bench'
import { keepFigures } from './figures'

const figures = await benchSandbox({ customers: [25_000, 250_000, 1_000_000] })
keepFigures(
  'sandbox',
  Object.fromEntries(
    figures.map(({ shape, customers, p50, p95 }) => [
      `${shape}, ${customers}: p50 / p95 ms`,
      `${p50.toFixed(1)} / ${p95.toFixed(1)}`,
    ]),
  ),
)
