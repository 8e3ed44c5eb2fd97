import { readFileSync, writeFileSync } from 'node:fs'
import { benchSandbox } from '../../lib/sandbox/bench/bench'
import { benchAccess } from './access'
import { benchComfort } from './comfort'
import { benchCompare } from './compare/compare'
import { benchPage, benchRoute, benchScripts, type Figures } from './desk'
import { benchExport } from './export'
import { benchFind } from './find'
import { benchNeighbour } from './neighbour'
import { benchPurchases } from './purchases'
import { benchRecord } from './record'
import { benchTrouble } from './trouble'
import { benchWebhooks } from './webhooks'

/** Prints the figures of the benches that are named, or of the app's, and keeps them in `latest.json` beside this file. */

const latest = new URL('latest.json', import.meta.url)
const sizes = [25_000, 250_000, 1_000_000]

const benches: Record<string, () => Promise<Figures>> = {
  scripts: benchScripts,
  page: benchPage,
  route: benchRoute,
  find: benchFind,
  comfort: benchComfort,
  compare: benchCompare,
  record: benchRecord,
  purchases: benchPurchases,
  access: async () => ({ ...(await benchAccess()), ...(await benchNeighbour()) }),
  neighbour: benchNeighbour,
  trouble: benchTrouble,
  export: benchExport,
  webhooks: benchWebhooks,
  sandbox: () => benchSandbox({ customers: sizes }),
}

function keep(name: string, figures: Figures): void {
  let kept: Record<string, Figures> = {}
  try {
    kept = JSON.parse(readFileSync(latest, 'utf8'))
  } catch {
    // The first figures of this checkout.
  }
  writeFileSync(latest, `${JSON.stringify({ ...kept, [name]: figures }, null, 2)}\n`)
}

const chosen = process.argv.length > 2 ? process.argv.slice(2) : ['scripts', 'page', 'route', 'find', 'record']
for (const name of chosen) {
  const bench = Object.hasOwn(benches, name) ? benches[name] : undefined
  if (!bench) {
    console.error(`There is no bench ${name}; there are ${Object.keys(benches).join(', ')}.`)
    process.exit(1)
  }
  console.log(`\n── ${name}`)
  const figures = await bench()
  for (const [what, value] of Object.entries(figures))
    console.log(`${value.toFixed(Number.isInteger(value) ? 0 : 3).padStart(12)}  ${what}`)
  keep(name, figures)
}
