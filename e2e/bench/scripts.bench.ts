import { accounts } from '../../lib/sandbox/seed'
import { test } from '../fixtures'
import { keepFigures } from './figures'
import { measureFirstLoad } from './first-load'

test('scripts', async ({ page }) => {
  const { scripts, totalBytes, layoutShift } = await measureFirstLoad(page, `/${accounts.test}/customers`)
  keepFigures('scripts', {
    'all scripts before load, bytes gzip (at most 190000)': totalBytes,
    'layout shift (at most 0.01)': layoutShift.toFixed(4),
    ...Object.fromEntries(scripts.map(({ name, bytes }) => [name, bytes])),
  })
})
