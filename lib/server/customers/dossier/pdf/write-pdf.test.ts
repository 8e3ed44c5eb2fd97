import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { describe, expect, it } from 'vitest'
import type { Fact } from '@/lib/customers/format/record-facts'
import { messagesFor } from '@/lib/messages/catalogue'
import { dossierMessagesFor } from '@/lib/messages/dossier/catalogue'
import { people } from '@/lib/sandbox/seed/seed'
import { startForTests } from '@/lib/sandbox/start-for-tests'
import { accessForTests } from '@/lib/server/auth/access-for-tests'
import type { Block } from '@/lib/server/customers/dossier/block'
import { dossierForTests } from '@/lib/server/customers/dossier/dossier-for-tests'
import { writePdf } from '@/lib/server/customers/dossier/pdf/write-pdf'
import { upstreamForTests } from '@/lib/server/database/configure-for-tests'

type Node = { role?: string; children?: Node[]; id?: string }
type Page = { text: string; texts: string[]; roles: string[]; hasLooseText: boolean }

const rolesOf = (node: Node): string[] => [
  ...(node.role === undefined ? [] : [node.role]),
  ...(node.children ?? []).flatMap(rolesOf),
]

/** Reads a PDF as a reader program does: its text, its structure, and text that belongs to neither an element nor the foot. */
async function read(bytes: Uint8Array) {
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise
  const pages: Page[] = []
  for (let at = 1; at <= document.numPages; at++) {
    const page = await document.getPage(at)
    const { items } = await page.getTextContent({ includeMarkedContent: true })
    let depth = 0
    let hasLooseText = false
    const texts: string[] = []
    for (const item of items) {
      if ('str' in item) {
        hasLooseText ||= depth === 0 && item.str.trim() !== ''
        texts.push(item.str, item.hasEOL ? ' ' : '')
      } else depth += item.type === 'endMarkedContent' ? -1 : 1
    }
    const tree = (await page.getStructTree()) as Node | null
    const text = texts.join('').replace(/\s+/g, ' ')
    pages.push({ text, texts, roles: tree ? rolesOf(tree) : [], hasLooseText })
  }
  const { info } = await document.getMetadata()
  const markInfo = await document.getMarkInfo()
  const outline = (await document.getOutline()).map(({ title }) => title)
  return {
    info: info as Record<string, unknown>,
    markInfo,
    outline,
    pages,
    text: pages.map(({ text }) => text).join(' '),
  }
}

const words = {
  ...{ t: messagesFor('nb'), d: dossierMessagesFor('nb'), locale: 'nb' as const },
  ...{ zone: 'Europe/Oslo', formatPhone: (phone: string) => phone, account: 'Nordlys Sport' },
}
const about = { words, madeAt: '2026-11-27T12:00:00Z', accountId: 'T12345678', customerId: 'K-1', name: 'Åse Bjørnæs' }
const withBlocks = (...blocks: Block[]) =>
  writePdf({
    ...about,
    parts: [
      { id: 'record', isJsonOnly: false, state: 'whole', gaps: [], data: {}, toBlocks: () => blocks },
      { id: 'purchases', isJsonOnly: false, state: 'missing', gaps: [{ kind: 'scope', scope: 'read:x' }], data: null },
    ],
  })

describe('a PDF', () => {
  it('is tagged, in its language, with a title, bookmarks and Norwegian letters', async () => {
    const { info, markInfo, outline, pages, text } = await read(
      await withBlocks({ kind: 'facts', facts: [['Sted', 'Ærø, Ørsta og Ås på «Låven»']] }),
    )
    expect(markInfo).toMatchObject({ Marked: true })
    expect(info).toMatchObject({ Title: 'Dette er lagret om Åse Bjørnæs', Author: 'Nordlys Sport', Language: 'nb-NO' })
    expect(outline).toEqual(['Dette er med', 'Hvem du er', 'Kjøp'])
    expect(text).toContain('Ærø, Ørsta og Ås på «Låven»')
    expect(text).toContain('Systemet har ikke tilgang til dette (read:x).')
    for (const role of ['Document', 'Sect', 'H1', 'H2', 'P', 'Table', 'TR', 'TH', 'TD'])
      expect(pages[0]?.roles).toContain(role)
    expect(pages.filter(({ hasLooseText }) => hasLooseText)).toEqual([])
  })

  it('repeats the title and the head of a long table, and breaks no row', async () => {
    const rows = Array.from({ length: 150 }, (_, at) => [`Vare ${at}\nStrekkode`, `${at},00 kr`])
    const { pages, text } = await read(
      await withBlocks({ kind: 'table', columns: [{ head: 'Navn' }, { head: 'Pris' }], rows }),
    )
    expect(pages.length).toBeGreaterThan(3)
    for (const { text, hasLooseText } of pages.slice(1, -1)) {
      expect(text).toMatch(/^Hvem du er Navn Pris Vare \d+ Strekkode/)
      expect(hasLooseText).toBe(false)
    }
    expect(text.match(/Vare \d+/g)).toHaveLength(150)
    expect(pages.at(-1)?.text).toContain(`Side ${pages.length} av ${pages.length}`)
  })

  it('parts nothing from its heading that a page has room for, and repeats the heading of what has none', async () => {
    const rowsOf = (at: number, count: number) =>
      Array.from({ length: count }, (_, line) => [`Vare ${at}.${line}`, '1,00 kr'])
    const purchase = (at: number, count: number): Block[] => [
      { kind: 'heading', text: `Kjøp nr. ${at}` },
      { kind: 'table', columns: [{ head: 'Vare' }, { head: 'Beløp' }], rows: rowsOf(at, count) },
      {
        kind: 'facts',
        facts: [['Sum', '1,00 kr'], ...Array<Fact>(6).fill(['25 % mva.', '0,20 kr']), ['Betalt med', `Kort ${at}`]],
      },
    ]
    const blocks = Array.from({ length: 40 }, (_, at) => purchase(at, (at * 7) % 34)).flat()
    const { pages } = await read(await withBlocks(...blocks))
    for (const { text } of pages.slice(1, -1)) {
      expect(text).toMatch(/^Kjøp nr\. (\d+) (Vare Beløp Vare \1\.0|Sum)/)
      expect(text).toMatch(/Betalt med Kort \d+ Dette er lagret/)
    }
    // The last page says what is missing.
    const long = (await read(await withBlocks(...purchase(7, 150)))).pages.slice(0, -1)
    expect(long.length).toBeGreaterThan(2)
    for (const { text } of long.slice(1)) expect(text).toMatch(/^Kjøp nr\. 7 (Vare Beløp Vare 7\.|Sum)/)
  })

  it('goes on in the next row with a text that is longer than a page, and loses nothing of it', async () => {
    const long = Array.from({ length: 3_000 }, (_, at) => `ord${at}`).join(' ')
    const { text } = await read(
      await withBlocks(
        { kind: 'facts', facts: [['Merknad', long]] },
        { kind: 'text', text: `slutt ${'å'.repeat(9_000)}` },
      ),
    )
    for (let at = 0; at < 3_000; at += 7) expect(text).toContain(`ord${at}`)
    expect(text.replace(/[^å]/g, '').length).toBeGreaterThanOrEqual(9_000)
  })

  it('says where it has no letter for a character, and hides no text behind others', async () => {
    const { text } = await read(await withBlocks({ kind: 'facts', facts: [['Navn', '田中 \u202e\u0000Ola\u200b 😀']] }))
    expect(text).toContain('□□ Ola □')
    expect(text).toContain('Tegn som denne filen ikke har bokstaver for, står som □.')
  })
})

describe('the PDF of a customer', () => {
  upstreamForTests(startForTests)

  it('says of cards and payments what the screen says, with the name of each value', async () => {
    const { bytes } = await dossierForTests(accessForTests('admin'), people.nora.customer_id, { format: 'pdf' })
    const text = (await read(bytes)).text.replaceAll('\u00a0', ' ')
    expect(text).toContain('Saldo 351,00 kr Disponibelt 251,00 kr')
    // Dintero calls it unused, and it has ended.
    expect(text).toContain('Tilgodelapp Status Utløpt')
    expect(text).toContain('Visa •••• 4417, 3 197,10 kr, referanse 884213')
  })

  it('names what was used by the rules that can be used, with its time and the number of the till', async () => {
    const { bytes } = await dossierForTests(accessForTests('admin'), people.nora.customer_id, { format: 'pdf' })
    const { text } = await read(bytes)
    expect(text).toMatch(/Dette har du brukt.*Brukt.*Navn.*Kjøpets referanse/s)
    expect(text.split('Dette har du brukt')[1]).toMatch(/20 % på sko/)
  })

  it.each(['nb', 'en'] as const)('breaks no amount of 10¹² in two, and shows HTML as it is, in %s', async (locale) => {
    const { customer_id } = people.nameHtml
    const { bytes } = await dossierForTests(accessForTests('admin'), customer_id, { format: 'pdf', locale })
    const { pages } = await read(bytes)
    const texts = pages.flatMap((page) => page.texts)
    const amount = locale === 'nb' ? '10 000 000 000,00 kr' : 'NOK 10,000,000,000.00'
    // On the line of what was bought, in the sum, and in a movement of a card.
    expect(texts.filter((text) => text.replaceAll('\u00a0', ' ') === amount)).toHaveLength(3)
    expect(texts).toContain('<script>alert("gavekort")</script>')
    expect(pages.filter(({ hasLooseText }) => hasLooseText)).toEqual([])
  })

  it('who is the fullest one has the facts of the JSON, and so those of the sandbox', async () => {
    const { eirik } = people
    const access = accessForTests('admin')
    const { bytes, file } = await dossierForTests(access, eirik.customer_id, { format: 'pdf', locale: 'nb' })
    expect([file?.type, file?.bytes]).toEqual(['application/pdf', bytes.length])
    const { text, pages } = await read(bytes)
    for (const fact of [
      'Eirik',
      'Nordli Haugen',
      eirik.email,
      '30. juli 1984',
      eirik.id,
      'Sølvmedlem',
      '4805',
      'Sykkel',
    ])
      expect(text).toContain(fact)
    const json = await dossierForTests(access, eirik.customer_id, { format: 'json', locale: 'nb' })
    const { parts } = JSON.parse(json.bytes.toString('utf8'))
    const { receipts } = parts.find(({ part }: { part: string }) => part === 'purchases').data
    expect(receipts).toHaveLength(400)
    for (const { receipt_id, items } of receipts) {
      expect(text).toContain(`Kvitteringsnr.: ${receipt_id}`)
      for (const { description } of items) expect(text).toContain(description)
    }
    expect(text).toContain('Levert til Eirik Nordli Haugen, eirik.nordli@example.no, +47 42 73 56 04, Jernbanegata 8')
    expect(text.match(/Kjøp \d+\. \S+ \d{4} \d\d:\d\d:\d\d/g)).toHaveLength(400)
    expect(pages.filter(({ hasLooseText }) => hasLooseText)).toEqual([])
  }, 120_000)
})
