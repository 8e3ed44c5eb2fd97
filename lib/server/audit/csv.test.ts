import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { AuditEvent } from '@/lib/audit/audit-event'
import { formatEventsCsv } from '@/lib/server/audit/csv'
import type { SpreadsheetPlace } from '@/lib/server/spreadsheet/csv'

const event = (change: Partial<AuditEvent>): AuditEvent => ({
  id: 1,
  at: '2026-03-01T08:00:00.000Z',
  actor: { email: 'agent@example.com', name: 'Ingrid Solberg', role: 'agent' },
  kind: 'open',
  account: 'T12345678',
  customers: ['K-1'],
  filters: [],
  rows: 1,
  note: null,
  facts: { outcome: null, times: null, minute: null, site: null, ended: null, unusual: null },
  request_id: 'a-request',
  ...change,
})

const english: SpreadsheetPlace = { locale: 'en', zone: 'Europe/London' }

async function csvOf(events: AuditEvent[], place = english): Promise<string> {
  async function* pages() {
    yield events
  }
  let csv = ''
  for await (const chunk of formatEventsCsv(pages(), place)) csv += chunk
  return csv
}

/** Reads a file as a spreadsheet does whose list separator is `separator`: quotes count at the start of a cell alone. */
function cellsOf(csv: string, separator: string): string[] {
  const cells: string[] = []
  let cell = ''
  let state: 'start' | 'plain' | 'quoted' | 'closed' = 'start'
  const end = () => {
    cells.push(cell)
    cell = ''
    state = 'start'
  }
  for (const char of csv.replace(/^\uFEFF/, '')) {
    if (state === 'quoted') {
      if (char === '"') state = 'closed'
      else cell += char
    } else if (char === '"' && state === 'start') state = 'quoted'
    else if (char === '"' && state === 'closed') {
      cell += char
      state = 'quoted'
    } else if (char === separator || char === '\n' || char === '\r') end()
    else {
      cell += char
      state = 'plain'
    }
  }
  end()
  return cells
}

const formulaStart = /^[\s"]*[=+\-@＝＋－＠]/
const hostileText = fc
  .array(fc.oneof(fc.constantFrom(...'=+-@;,\t\r\n"\' x1\u2028\u0085\v＝'), fc.string({ maxLength: 3 })), {
    maxLength: 12,
  })
  .map((parts) => parts.join(''))

test('no cell begins with a formula, whatever the text holds and whichever list separator the spreadsheet has', async () => {
  await fc.assert(
    fc.asyncProperty(hostileText, hostileText, hostileText, async (email, note, customer) => {
      const csv = await csvOf([event({ note, customers: [customer, 'K-2'], actor: { email, name: note, role: null } })])
      for (const separator of [',', ';', '\t'])
        expect(cellsOf(csv, separator).filter((cell) => formulaStart.test(cell))).toEqual([])
      // One line for the header and one for the event: no text begins a line of its own.
      expect(csv.trimEnd().split(/[\r\n\v\f\u0085\u2028\u2029]+/)).toHaveLength(2)
    }),
    { numRuns: 1_000 },
  )
})

test.each([
  ['en', 'Europe/London', ','],
  ['nb', 'Europe/London', ';'],
  ['en', 'Europe/Oslo', ';'],
] as const)(
  'in %s and %s every cell is quoted with %j between them, and a phone number stays readable',
  async (locale, zone, separator) => {
    const csv = await csvOf([event({ note: '+47 999 99 999', rows: null })], { locale, zone })
    const line = new RegExp(`^"([^"]|"")*"(${separator}"([^"]|"")*")*$`)
    for (const one of csv.replace('\uFEFF', '').trimEnd().split('\r\n')) expect(one).toMatch(line)
    expect(csv).toContain(`"'+47 999 99 999"`)
  },
)

test('each fact of an event stands in the column of its name', async () => {
  const facts: AuditEvent['facts'] = {
    ...{ outcome: 'not_found', times: 40, minute: '2026-03-01T08:00:00.000Z', site: 'cross-site', ended: 'command' },
    unusual: { measure: 'records', count: 214 },
  }
  const [header = '', line = ''] = (await csvOf([event({ facts })])).split('\r\n')
  const cells = cellsOf(line, ',')
  const row = Object.fromEntries(cellsOf(header, ',').map((name, at) => [name, cells[at]]))
  expect(row).toMatchObject({ ...facts, times: '40', unusual: '214 records', customers: 'K-1', id: '1' })
})

/** The formulas that a spreadsheet finds in a file. LibreOffice answers where it is installed, the reader above elsewhere. */
function formulasIn(csv: string, separator: string): number {
  const folder = mkdtempSync(join(tmpdir(), 'activity-csv-'))
  const file = join(folder, 'activity.csv')
  writeFileSync(file, csv)
  try {
    // Separator, quote, UTF-8, first line, then: detect special numbers, and evaluate formulas.
    const filter = `CSV:${separator.charCodeAt(0)},34,76,1,,0,false,true,false,false,false,0,true`
    const home = `-env:UserInstallation=file://${join(folder, 'home')}`
    execFileSync(
      'soffice',
      [home, '--headless', `--infilter=${filter}`, '--convert-to', 'fods', '--outdir', folder, file],
      {
        stdio: 'ignore',
      },
    )
    return readFileSync(join(folder, 'activity.fods'), 'utf8').match(/table:formula=/g)?.length ?? 0
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
    return cellsOf(csv, separator).filter((cell) => formulaStart.test(cell)).length
  } finally {
    rmSync(folder, { recursive: true })
  }
}

test('a spreadsheet that opens the file finds no formula in it, and finds those of a file that is not made safe', async () => {
  const hostile = ['=1+1', 'x;=1+1', 'x,=1+1', 'x\t=1+1', 'a@a\n=1+1', 'x;"=1+1', ' =1+1']
  const files = [
    await csvOf(hostile.map((note) => event({ note }))),
    await csvOf(
      hostile.map((note) => event({ note })),
      { ...english, locale: 'nb' },
    ),
  ]
  for (const separator of [',', ';', '\t']) {
    for (const csv of files) expect(formulasIn(csv, separator)).toBe(0)
    expect(formulasIn(`a${separator}=1+1\r\n`, separator)).toBe(1)
  }
}, 120_000)
