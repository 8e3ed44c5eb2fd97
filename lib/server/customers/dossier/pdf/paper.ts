import 'server-only'
import PDFDocument, { type FontkitFont, type StructureElement } from 'pdfkit'
import { breakLines } from '@/lib/server/customers/dossier/pdf/line-breaks'
import { toPrintable } from '@/lib/server/customers/dossier/pdf/printable'
import { readTypefaces, type Weight } from '@/lib/server/customers/dossier/pdf/typefaces'

/** The measures of a page, in points. */
export const page = { width: 595.28, height: 841.89, side: 56, top: 56, bottom: 64 }
export const lineWidth = page.width - 2 * page.side
export const lastY = page.height - page.bottom

export type Style = { weight: Weight; size: number; color: string }
const ink = '#1a1a1a'
/** Its contrast on paper is 7:1. */
export const quiet = '#595959'
export const styles = {
  title: { weight: 'semibold', size: 18, color: ink },
  part: { weight: 'semibold', size: 13, color: ink },
  heading: { weight: 'semibold', size: 10.5, color: ink },
  text: { weight: 'regular', size: 9.5, color: ink },
  cell: { weight: 'regular', size: 9, color: ink },
  label: { weight: 'regular', size: 9, color: quiet },
  head: { weight: 'semibold', size: 9, color: ink },
  footer: { weight: 'regular', size: 8, color: quiet },
} as const satisfies Record<string, Style>

/** How far apart the lines of a style are. */
export const lineHeight = ({ size }: Style) => size * 1.3

type About = { title: string; author: string; lang: string; madeAt: Date }

/** After so long, other requests of this process have their turn. */
const turnMs = 10

/**
 * A PDF that is written from top to bottom, tagged for screen readers (PDF/UA): each text belongs to an element of the structure,
 * and what is only for the eye is marked as such.
 */
export class Paper {
  readonly doc: PDFDocument
  readonly root: StructureElement
  /** Whether a character had no letter in the typeface. */
  lacksLetters = false
  private readonly chunks: Uint8Array[] = []
  private readonly widths = new Map<string, number>()
  private readonly typefaces: Record<Weight, FontkitFont>
  private turnBeganAt = performance.now()

  private constructor(files: Record<Weight, Buffer>, { title, author, lang, madeAt }: About) {
    this.doc = new PDFDocument({
      ...{ size: 'A4', pdfVersion: '1.7', subset: 'PDF/UA', tagged: true, displayTitle: true, lang, bufferPages: true },
      margins: { top: page.top, bottom: page.bottom, left: page.side, right: page.side },
      info: { Title: title, Author: author, Creator: 'Customer Desk', CreationDate: madeAt },
      // No typeface to begin with: the library would open it anew at each text that is written with the same one.
      font: null,
    })
    this.doc.on('data', (chunk: Uint8Array) => this.chunks.push(chunk))
    const typefaceOf = (weight: Weight): FontkitFont => {
      const { font } = this.doc.registerFont(weight, files[weight]).font(weight)._font
      // Inter moves a comma so far under a 7 that 197,10 reads 19710, and its contextual forms, arrows of hyphens and the like, take
      // most of the time.
      const layout = font.layout.bind(font)
      font.layout = (text) => layout(text, { kern: false, calt: false })
      return font
    }
    this.typefaces = { regular: typefaceOf('regular'), semibold: typefaceOf('semibold') }
    this.root = this.doc.struct('Document')
    this.doc.addStructure(this.root)
  }

  static async begin(about: About): Promise<Paper> {
    return new Paper(await readTypefaces(), about)
  }

  private use({ weight, size, color }: Style): void {
    this.doc.font(weight).fontSize(size).fillColor(color)
  }

  /** Without kerning, a line is as wide as its characters together. */
  private widthOf(character: string, { weight, size }: Style): number {
    const key = `${weight} ${character}`
    let known = this.widths.get(key)
    if (known === undefined) {
      known = this.doc.font(weight).fontSize(1_000).widthOfString(character)
      this.widths.set(key, known)
    }
    return (known * size) / 1_000
  }

  /** The lines of a text in a width, with the letters of the typeface alone. */
  toLines(text: string, style: Style, width: number): string[] {
    const printable = toPrintable(text, this.typefaces[style.weight], () => {
      this.lacksLetters = true
    })
    return breakLines(printable, width, (character) => this.widthOf(character, style))
  }

  /** Writes lines at a place; what follows goes on below them. The caller marks what they are. */
  write(lines: readonly string[], style: Style, x: number, y: number, rightEdge?: number): void {
    this.use(style)
    for (const [at, line] of lines.entries()) {
      const left = rightEdge === undefined ? x : rightEdge - this.doc.widthOfString(line)
      this.doc.text(line, left, y + at * lineHeight(style), { lineBreak: false })
    }
    this.doc.y = y + lines.length * lineHeight(style)
  }

  /** Adds an element under another one; `draw` writes what is in it. */
  add(parent: StructureElement, type: string, draw: () => void, options: { scope?: 'Row' | 'Column' } = {}): void {
    parent.add(this.doc.struct(type, options, [draw]))
  }

  /** Adds an element that others are added to; `end` closes it. */
  begin(parent: StructureElement, type: string): StructureElement {
    const element = this.doc.struct(type)
    parent.add(element)
    return element
  }

  /** Draws what is only for the eye. */
  artifact(type: 'Layout' | 'Pagination', draw: () => void): void {
    this.doc.markContent('Artifact', { type })
    draw()
    this.doc.endMarkedContent()
  }

  /** Begins another page where there is less room than that. Returns whether it did. */
  makeRoom(height: number): boolean {
    if (this.doc.y + height <= lastY) return false
    this.doc.addPage()
    this.doc.y = page.top
    return true
  }

  /** A text of its own from one side to the other, a heading or a paragraph, on as many pages as it needs. */
  async block(parent: StructureElement, type: 'H1' | 'H2' | 'H3' | 'P', text: string, style: Style, after: number) {
    const element = this.begin(parent, type)
    const lines = this.toLines(text, style, lineWidth)
    this.makeRoom(Math.min(lines.length, 3) * lineHeight(style))
    while (lines.length > 0) {
      const fitting = Math.max(1, Math.floor((lastY - this.doc.y) / lineHeight(style)))
      const here = lines.splice(0, fitting)
      element.add(() => this.write(here, style, page.side, this.doc.y))
      if (lines.length > 0) this.makeRoom(page.height)
      await this.rest()
    }
    element.end()
    this.doc.y += after
  }

  /** Lets other requests of this process have their turn. */
  async rest(): Promise<void> {
    if (performance.now() - this.turnBeganAt < turnMs) return
    await new Promise<void>((resolve) => setImmediate(resolve))
    this.turnBeganAt = performance.now()
  }

  /** Ends the document, with a text at the foot of each page, and returns its bytes. */
  async end(footer: (at: number, of: number) => string): Promise<Uint8Array> {
    this.root.end()
    const { count } = this.doc.bufferedPageRange()
    for (let at = 0; at < count; at++) {
      this.doc.switchToPage(at)
      // The foot of a page is below where its text ends.
      this.doc.page.margins.bottom = 0
      const lines = this.toLines(footer(at + 1, count), styles.footer, lineWidth)
      this.artifact('Pagination', () => this.write(lines.slice(0, 1), styles.footer, page.side, page.height - 40))
      await this.rest()
    }
    const written = new Promise<void>((resolve) => this.doc.on('end', resolve))
    this.doc.end()
    await written
    return Buffer.concat(this.chunks)
  }
}
