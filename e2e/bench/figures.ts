import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

export type Figures = Record<string, number | string>

const file = fileURLToPath(new URL('latest.json', import.meta.url))

function readAll(): Record<string, unknown> {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return {}
  }
}

/** Prints the figures of one bench as a table, and keeps them beside those of the others in `latest.json`. */
export function keepFigures(bench: string, figures: Figures): void {
  const width = Math.max(...Object.keys(figures).map(({ length }) => length))
  const lines = Object.entries(figures).map(([name, value]) => `  ${name.padEnd(width)}  ${String(value).padStart(10)}`)
  console.log([`\n${bench}`, ...lines].join('\n'))
  const all = { ...readAll(), [bench]: { on: new Date().toISOString().slice(0, 10), ...figures } }
  writeFileSync(file, `${JSON.stringify(all, null, 2)}\n`)
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}
