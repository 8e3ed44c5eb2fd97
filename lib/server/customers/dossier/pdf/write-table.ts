import 'server-only'
import type { StructureElement } from 'pdfkit'
import type { Column } from '@/lib/server/customers/dossier/block'
import { lineHeight, lineWidth, type Paper, page, type Style, styles } from '@/lib/server/customers/dossier/pdf/paper'

type Cell = { lines: string[]; style: Style; x: number; width: number; isRight?: boolean; scope?: 'Row' | 'Column' }

const gap = 10
const padding = 1.5
/** No row has more lines: what is longer goes on in the next one, so that a row never breaks in its middle. */
const maxLines = 25

function rule(paper: Paper): void {
  const { doc } = paper
  paper.artifact('Layout', () =>
    doc
      .lineWidth(0.5)
      .strokeColor('#c8c8c8')
      .moveTo(page.side, doc.y)
      .lineTo(page.side + lineWidth, doc.y)
      .stroke(),
  )
  doc.y += padding
}

const heightOf = (cells: readonly Cell[]) =>
  Math.max(...cells.map(({ lines, style }) => lines.length * lineHeight(style))) + 2 * padding

function writeCell(paper: Paper, { lines, style, x, width, isRight }: Cell, y: number): void {
  paper.write(lines, style, x, y + padding, isRight ? x + width : undefined)
}

function drawRow(paper: Paper, table: StructureElement, cells: readonly Cell[]): void {
  const { y } = paper.doc
  const row = paper.begin(table, 'TR')
  for (const cell of cells) {
    const { scope } = cell
    paper.add(row, scope ? 'TH' : 'TD', () => writeCell(paper, cell, y), scope && { scope })
  }
  row.end()
  paper.doc.y = y + heightOf(cells)
}

/** Draws a row, on the next page where this one has no room; `onPage` draws what stands at the head of that. */
async function addRow(
  paper: Paper,
  table: StructureElement,
  cells: readonly Cell[],
  onPage: () => void,
): Promise<void> {
  const most = Math.max(...cells.map(({ lines }) => lines.length))
  for (let from = 0; from < most; from += maxLines) {
    const piece = cells.map((cell) => ({
      ...cell,
      lines: cell.lines.slice(from, from + maxLines),
      scope: from === 0 ? cell.scope : undefined,
    }))
    if (paper.makeRoom(heightOf(piece))) onPage()
    drawRow(paper, table, piece)
    await paper.rest()
  }
}

type Facts = readonly (readonly [string, string | undefined])[]

const labelWidth = 130

/** The cells of a label with its value. */
function factCells(paper: Paper, [label, value = '']: Facts[number]): Cell[] {
  const toCell = (text: string, style: Style, x: number, width: number, scope?: 'Row'): Cell => ({
    ...{ style, x, width, scope },
    lines: paper.toLines(text, style, width),
  })
  const left = page.side + labelWidth + gap
  return [
    toCell(label, styles.label, page.side, labelWidth, 'Row'),
    toCell(value.trim(), styles.cell, left, lineWidth - labelWidth - gap),
  ]
}

/** The room below a table, and below facts. */
const after = 8

const heightOfRows = (rows: readonly Cell[][]) => rows.reduce((sum, cells) => sum + heightOf(cells), after)

/** How high labels with their values are on one page. */
export const factsHeight = (paper: Paper, facts: Facts) => heightOfRows(facts.map((fact) => factCells(paper, fact)))

/** Labels with their values, one below the other. `onPage` draws what stands at the head of a page on which they go on. */
export async function writeFacts(
  paper: Paper,
  parent: StructureElement,
  facts: Facts,
  onPage: () => void,
): Promise<void> {
  const table = paper.begin(parent, 'Table')
  for (const fact of facts) await addRow(paper, table, factCells(paper, fact), onPage)
  table.end()
  paper.doc.y += after
}

type Rows = readonly (readonly (string | undefined)[])[]

/** The cells of the head of a table, and a function for those of a row. Columns in which nothing stands are left out. */
function tableCells(paper: Paper, columns: readonly Column[], rows: Rows) {
  const used = columns.flatMap((column, at) => (rows.some((row) => row[at]?.trim()) ? [{ ...column, at }] : []))
  const shares = used.reduce((sum, { share = 1 }) => sum + share, 0)
  const room = lineWidth - gap * (used.length - 1)
  let left = page.side
  const places = used.map(({ share = 1, ...column }) => {
    const place = { ...column, x: left, width: (room * share) / shares }
    left += place.width + gap
    return place
  })
  const toCells = (texts: readonly (string | undefined)[], style: Style, scope?: 'Column'): Cell[] =>
    places.map(({ at, x, width, isNumber }, index) => ({
      lines: paper.toLines(texts[at]?.trim() ?? '', style, width),
      ...{ style, x, width, isRight: isNumber, scope: scope ?? (index === 0 ? 'Row' : undefined) },
    }))
  const heads = columns.map((column) => column.head)
  return { head: toCells(heads, styles.head, 'Column'), toBody: (row: Rows[number]) => toCells(row, styles.cell) }
}

/** How high a table is on one page. */
export function tableHeight(paper: Paper, columns: readonly Column[], rows: Rows): number {
  const { head, toBody } = tableCells(paper, columns, rows)
  return heightOfRows([head, ...rows.map(toBody)]) + padding
}

/** A table with a head that is repeated on each page, below what `onPage` draws there. */
export async function writeTable(
  paper: Paper,
  parent: StructureElement,
  columns: readonly Column[],
  rows: Rows,
  onPage: () => void,
): Promise<void> {
  const { head, toBody } = tableCells(paper, columns, rows)
  const table = paper.begin(parent, 'Table')
  if (paper.makeRoom(heightOf(head) + 40)) onPage()
  drawRow(paper, table, head)
  rule(paper)
  // On the pages that follow, the head is for the eye: a screen reader has it from the first one.
  const repeatHead = () => {
    onPage()
    const { y } = paper.doc
    for (const cell of head) paper.artifact('Pagination', () => writeCell(paper, cell, y))
    paper.doc.y = y + heightOf(head)
    rule(paper)
  }
  for (const row of rows) await addRow(paper, table, toBody(row), repeatHead)
  table.end()
  paper.doc.y += after
}
