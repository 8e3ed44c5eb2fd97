import 'server-only'
import type { StructureElement } from 'pdfkit'
import { formatMoment } from '@/lib/customers/format/record-facts'
import { fill } from '@/lib/messages/messages'
import { type Block, valueFacts } from '@/lib/server/customers/dossier/block'
import { type Dossier, leadTexts } from '@/lib/server/customers/dossier/dossier'
import { gapText } from '@/lib/server/customers/dossier/gaps'
import type { GatheredPart } from '@/lib/server/customers/dossier/gather-dossier'
import { lineHeight, lineWidth, Paper, page, type Style, styles } from '@/lib/server/customers/dossier/pdf/paper'
import { noLetter } from '@/lib/server/customers/dossier/pdf/printable'
import { factsHeight, tableHeight, writeFacts, writeTable } from '@/lib/server/customers/dossier/pdf/write-table'

const languageTags = { en: 'en-GB', nb: 'nb-NO' } as const

/** So that a heading never stands alone at the foot of a page. */
const roomBelowHeading = 90
/** What stands under one heading and is no higher than this, such as a short purchase, is on one page. */
const mostTogether = 260
/** A table of more rows is higher than that, and is not measured. */
const mostRowsTogether = 16

const headingGap = 6
const textGap = 6
const headingEnd = 2

async function writeBlock(paper: Paper, parent: StructureElement, block: Block): Promise<void> {
  switch (block.kind) {
    case 'text':
      return paper.block(parent, 'P', block.text, styles.text, textGap)
    case 'heading':
      paper.makeRoom(roomBelowHeading)
      paper.doc.y += headingGap
      return paper.block(parent, 'H3', block.text, styles.heading, headingEnd)
    case 'facts':
      return writeFacts(paper, parent, block.facts)
    case 'table':
      return writeTable(paper, parent, block.columns, block.rows)
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
function heightTogether(paper: Paper, group: readonly Block[]): number {
  const height = group.reduce((sum, block) => sum + heightOf(paper, block), 0)
  return height <= mostTogether ? height : 0
}

async function writePartTitle(paper: Paper, title: string, room = 0): Promise<StructureElement> {
  paper.makeRoom(Math.max(roomBelowHeading, room) + 40)
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
  const section = await writePartTitle(paper, d.parts[part.id], heightTogether(paper, beginning.flat()))
  for (const gap of part.gaps) await writeBlock(paper, section, { kind: 'text', text: gapText(gap, words) })
  for (const group of groups) {
    paper.makeRoom(heightTogether(paper, group))
    for (const block of group) await writeBlock(paper, section, block)
  }
  if (part.state !== 'missing' && blocks.every(({ kind }) => kind === 'text'))
    await writeBlock(paper, section, { kind: 'text', text: d.nothing })
  section.end()
}

/** The first page: what this is, whom it is about, what is in it, and what is not. */
async function writeLead(paper: Paper, title: string, dossier: Dossier): Promise<void> {
  const { words, parts, madeAt, customerId, name, accountId } = dossier
  const { d } = words
  const [intro = '', ...others] = leadTexts(dossier)
  const lead = paper.begin(paper.root, 'Sect')
  await paper.block(lead, 'H1', title, styles.title, 8)
  await writeFacts(paper, lead, [
    [d.preparedFor, `${name}, ${customerId}`],
    [d.keptBy, `${words.account} (${accountId})`],
    [d.madeAt, formatMoment(madeAt, words)],
  ])
  await writeBlock(paper, lead, { kind: 'text', text: intro })
  lead.end()
  const contents = await writePartTitle(paper, d.contents)
  await writeTable(
    paper,
    contents,
    [{ head: d.part }, { head: d.state, share: 1.6 }],
    parts.map(({ id, state, gaps, isJsonOnly }) => [
      d.parts[id],
      [isJsonOnly && state !== 'missing' ? d.json : d.states[state], ...gaps.map((gap) => gapText(gap, words))].join(
        '\n',
      ),
    ]),
  )
  for (const text of others) await writeBlock(paper, contents, { kind: 'text', text })
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
    await writeBlock(paper, end, { kind: 'text', text: fill(d.unprintable, { mark: noLetter }) })
    end.end()
  }
  return paper.end((at, of) => `${title} · ${fill(d.pageOf, { page: at, pages: of })}`)
}
