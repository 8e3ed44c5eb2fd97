import fc from 'fast-check'
import { readXlsx } from 'hucre/xlsx'
import { expect, it } from 'vitest'
import { type Cell, formatXlsx } from '@/lib/server/spreadsheet/xlsx'

async function readBack(header: string[], rows: Cell[][]) {
  async function* pages() {
    yield rows.slice(0, 1)
    yield rows.slice(1)
  }
  const chunks: Uint8Array[] = []
  for await (const chunk of formatXlsx('Customers', header, pages())) chunks.push(chunk)
  const [sheet] = (await readXlsx(Buffer.concat(chunks))).sheets
  return { name: sheet?.name, rows: sheet?.rows ?? [] }
}

it('holds each value as it is: no formula, no number made of a phone, no digit lost', async () => {
  const row: Cell[] = [
    '=cmd|calc!A1',
    '+47 912 40 318',
    '00123',
    1e12,
    -1.5,
    'a "b"\nc;d,\te',
    '\u202eabc',
    'שלום',
    '_x0041_',
    '<a>&amp;',
    null,
    'x',
  ]
  const { name, rows } = await readBack(['=Name'], [row, row])
  expect(name).toBe('Customers')
  expect(rows).toEqual([['=Name', ...Array(11).fill(null)], row, row])
})

it('cuts a text that Excel would call damaged', async () => {
  const { rows } = await readBack(['a'], [['x'.repeat(40_000)]])
  expect(String(rows[1]?.[0])).toHaveLength(32_767)
})

it('holds any well-formed text', async () => {
  const text = fc.string({ unit: 'binary', minLength: 1, maxLength: 30 })
  await fc.assert(
    fc.asyncProperty(text, async (value) => {
      const { rows } = await readBack(['a'], [[value]])
      expect(rows[1]?.[0]).toBe(value.toWellFormed())
    }),
    { numRuns: 60 },
  )
})
