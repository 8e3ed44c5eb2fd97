import 'server-only'
import type { StructureElement } from 'pdfkit'
import { formatMoment } from '@/lib/customers/format/record-facts'
import { fill } from '@/lib/messages/messages'
import { type Block, valueFacts } from '@/lib/server/customers/dossier/block'
import { type Dossier, leadTexts } from '@/lib/server/customers/dossier/dossier'
import { gapText } from '@/lib/server/customers/dossier/gaps'
import type { GatheredPart } from '@/lib/server/customers/dossier/gather-dossier'
import { Paper, styles } from '@/lib/server/customers/dossier/pdf/paper'
import { noLetter } from '@/lib/server/customers/dossier/pdf/printable'
import { writeFacts, writeTable } from '@/lib/server/customers/dossier/pdf/write-table'

const languageTags = { en: 'en-GB', nb: 'nb-NO' } as const

/** So that a heading never stands alone at the foot of a page. */
const roomBelowHeading = 90

async function writeBlock(paper: Paper, parent: StructureElement, block: Block): Promise<void> {
  switch (block.kind) {
    case 'text':
      return paper.block(parent, 'P', block.text, styles.text, 6)
    case 'heading':
      paper.makeRoom(roomBelowHeading)
      paper.doc.y += 6
      return paper.block(parent, 'H3', block.text, styles.heading, 2)
    case 'facts':
      return writeFacts(paper, parent, block.facts)
    case 'table':
      return writeTable(paper, parent, block.columns, block.rows)
  }
}

const isEmpty = (block: Block) =>
  (block.kind === 'table' && block.rows.length === 0) || (block.kind === 'facts' && block.facts.length === 0)

async function writePartTitle(paper: Paper, title: string): Promise<StructureElement> {
  paper.makeRoom(roomBelowHeading + 40)
  paper.doc.y += 14
  paper.doc.outline.addItem(title)
  const section = paper.begin(paper.root, 'Sect')
  await paper.block(section, 'H2', title, styles.part, 4)
  return section
}

async function writePart(paper: Paper, part: GatheredPart, { words }: Dossier): Promise<void> {
  const { d } = words
  const section = await writePartTitle(paper, d.parts[part.id])
  for (const gap of part.gaps) await writeBlock(paper, section, { kind: 'text', text: gapText(gap, words) })
  if (part.state !== 'missing') {
    const generic: Block = { kind: 'facts', facts: valueFacts(part.data) }
    const blocks = (part.toBlocks?.(words) ?? [generic]).filter((block) => !isEmpty(block))
    for (const block of blocks) await writeBlock(paper, section, block)
    if (blocks.every(({ kind }) => kind === 'text')) await writeBlock(paper, section, { kind: 'text', text: d.nothing })
  }
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
