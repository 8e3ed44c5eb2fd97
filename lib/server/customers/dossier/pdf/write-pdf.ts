import 'server-only'
import type { StructureElement } from 'pdfkit'
import { type Fact, formatMoment } from '@/lib/customers/format/record-facts'
import { fill } from '@/lib/messages/messages'
import { type Block, valueFacts } from '@/lib/server/customers/dossier/block'
import { type Dossier, leadTexts } from '@/lib/server/customers/dossier/dossier'
import { gapText } from '@/lib/server/customers/dossier/gaps'
import type { GatheredPart } from '@/lib/server/customers/dossier/gather-dossier'
import { lastY, lineHeight, lineWidth, Paper, page, type Style, styles } from '@/lib/server/customers/dossier/pdf/paper'
import { noLetter } from '@/lib/server/customers/dossier/pdf/printable'
import { factsHeight, tableHeight, writeFacts, writeTable } from '@/lib/server/customers/dossier/pdf/write-table'

const languageTags = { en: 'en-GB', nb: 'nb-NO' } as const

/** So that a heading never stands alone at the foot of a page. */
const roomBelowHeading = 90
/** The room of the title of a part, and what a page has below it. */
const titleRoom = 40
const mostBelowTitle = lastY - page.top - titleRoom
/** What stands under one heading, such as a purchase, is on one page where it has room below a title and a sentence. */
const mostTogether = mostBelowTitle - 20
/** A table of more rows is higher than that, and is not measured. */
const mostRowsTogether = 50

const headingGap = 6
const textGap = 6
const headingEnd = 2

/** The title of what goes on at the head of a page. It is for the eye: a screen reader has it from its heading. */
function repeatTitle(paper: Paper, title: string): void {
  const lines = paper.toLines(title, styles.label, lineWidth).slice(0, 1)
  paper.artifact('Pagination', () => paper.write(lines, styles.label, page.side, paper.doc.y))
  paper.doc.y += headingEnd
}

/** `title` is that of what the block belongs to, for the pages on which it goes on. */
async function writeBlock(paper: Paper, parent: StructureElement, block: Block, title: string): Promise<void> {
  const onPage = () => repeatTitle(paper, title)
  switch (block.kind) {
    case 'text':
      return paper.block(parent, 'P', block.text, styles.text, textGap)
    case 'heading':
      paper.makeRoom(roomBelowHeading)
      paper.doc.y += headingGap
      return paper.block(parent, 'H3', block.text, styles.heading, headingEnd)
    case 'facts':
      return writeFacts(paper, parent, block.facts, onPage)
    case 'table':
      return writeTable(paper, parent, block.columns, block.rows, onPage)
  }
}

const isEmpty = (block: Block) =>
  (block.kind === 'table' && block.rows.length === 0) || (block.kind === 'facts' && block.facts.length === 0)

function heightOf(paper: Paper, block: Block): number {
  const linesOf = (text: string, style: Style) => paper.toLines(text, style, lineWidth).length * lineHeight(style)
  switch (block.kind) {
    case 'text':
      return linesOf(block.text, styles.text) + textGap
    case 'heading':
      return linesOf(block.text, styles.heading) + headingGap + headingEnd
    case 'facts':
      return factsHeight(paper, block.facts)
    case 'table':
      return block.rows.length > mostRowsTogether ? page.height : tableHeight(paper, block.columns, block.rows)
  }
}

/** The blocks of each heading, and before them those without one. */
function byHeading(blocks: readonly Block[]): Block[][] {
  const groups: Block[][] = [[]]
  for (const block of blocks) {
    if (block.kind === 'heading') groups.push([block])
    else groups.at(-1)?.push(block)
  }
  return groups.filter((group) => group.length > 0)
}

/** The height of what stays on one page; none where it is too high for that. */
function heightTogether(paper: Paper, group: readonly Block[], most = mostTogether): number {
  const height = group.reduce((sum, block) => sum + heightOf(paper, block), 0)
  return height <= most ? height : 0
}

async function writePartTitle(paper: Paper, title: string, room = 0): Promise<StructureElement> {
  paper.makeRoom(Math.max(roomBelowHeading, room) + titleRoom)
  paper.doc.y += 14
  paper.doc.outline.addItem(title)
  const section = paper.begin(paper.root, 'Sect')
  await paper.block(section, 'H2', title, styles.part, 4)
  return section
}

async function writePart(paper: Paper, part: GatheredPart, { words }: Dossier): Promise<void> {
  const { d } = words
  const generic: Block = { kind: 'facts', facts: valueFacts(part.data) }
  const content = part.state === 'missing' ? [] : (part.toBlocks?.(words) ?? [generic])
  const blocks = content.filter((block) => !isEmpty(block))
  const groups = byHeading(blocks)
  // A title and a sentence below it do not stand without what follows them.
  const beginning = groups[0]?.every(({ kind }) => kind === 'text') ? groups.slice(0, 2) : groups.slice(0, 1)
  const title = d.parts[part.id]
  const section = await writePartTitle(paper, title, heightTogether(paper, beginning.flat(), mostBelowTitle))
  const writeText = (text: string) => paper.block(section, 'P', text, styles.text, textGap)
  for (const gap of part.gaps) await writeText(gapText(gap, words))
  for (const group of groups) {
    paper.makeRoom(heightTogether(paper, group))
    const [first] = group
    for (const block of group) await writeBlock(paper, section, block, first?.kind === 'heading' ? first.text : title)
  }
  if (part.state !== 'missing' && blocks.every(({ kind }) => kind === 'text')) await writeText(d.nothing)
  section.end()
}

/** The first page: what this is, whom it is about, what is in it, and what is not. */
async function writeLead(paper: Paper, title: string, dossier: Dossier): Promise<void> {
  const { words, parts, madeAt, customerId, name, accountId } = dossier
  const { d } = words
  const [intro = '', ...others] = leadTexts(dossier)
  const lead = paper.begin(paper.root, 'Sect')
  await paper.block(lead, 'H1', title, styles.title, 8)
  const facts: Fact[] = [
    [d.preparedFor, `${name}, ${customerId}`],
    [d.keptBy, `${words.account} (${accountId})`],
    [d.madeAt, formatMoment(madeAt, words)],
  ]
  await writeBlock(paper, lead, { kind: 'facts', facts }, title)
  await writeBlock(paper, lead, { kind: 'text', text: intro }, title)
  lead.end()
  const contents = await writePartTitle(paper, d.contents)
  const columns = [{ head: d.part }, { head: d.state, share: 1.6 }]
  const rows = parts.map(({ id, state, gaps, isJsonOnly }) => {
    const first = isJsonOnly && state !== 'missing' ? d.json : d.states[state]
    return [d.parts[id], [first, ...gaps.map((gap) => gapText(gap, words))].join('\n')]
  })
  await writeBlock(paper, contents, { kind: 'table', columns, rows }, d.contents)
  for (const text of others) await writeBlock(paper, contents, { kind: 'text', text }, d.contents)
  contents.end()
}

/** A dossier as a PDF to be read: tagged, with a title, a language and bookmarks, and with its letters embedded. */
export async function writePdf(dossier: Dossier): Promise<Uint8Array> {
  const { words, parts, name, madeAt } = dossier
  const { d, locale, account } = words
  const title = fill(d.title, { name })
  const paper = await Paper.begin({ title, author: account, lang: languageTags[locale], madeAt: new Date(madeAt) })
  await writeLead(paper, title, dossier)
  for (const part of parts) if (!part.isJsonOnly) await writePart(paper, part, dossier)
  if (paper.lacksLetters) {
    const end = paper.begin(paper.root, 'Sect')
    await paper.block(end, 'P', fill(d.unprintable, { mark: noLetter }), styles.text, textGap)
    end.end()
  }
  return paper.end((at, of) => `${title} · ${fill(d.pageOf, { page: at, pages: of })}`)
}
