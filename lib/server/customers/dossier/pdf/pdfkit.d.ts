/** What is used of pdfkit 0.20. The types that others keep are of version 0.17, which could neither PDF/UA nor table heads. */
declare module 'pdfkit' {
  export type StructureElement = { add(child: StructureElement | (() => void)): unknown; end(): void }

  type Options = {
    size: string
    pdfVersion: string
    subset: 'PDF/UA'
    tagged: boolean
    displayTitle: boolean
    lang: string
    bufferPages: boolean
    margins: { top: number; bottom: number; left: number; right: number }
    info: { Title: string; Author: string; Creator: string; CreationDate: Date }
    font: null
  }

  /** A typeface as fontkit has it. */
  export type FontkitFont = {
    hasGlyphForCodePoint(codePoint: number): boolean
    layout(text: string, features?: Record<string, boolean>): unknown
  }

  export default class PDFDocument {
    constructor(options: Options)
    x: number
    y: number
    page: { margins: { bottom: number } }
    outline: { addItem(title: string): unknown }
    /** What text is written with now. */
    _font: { font: FontkitFont }
    on(event: 'data', listener: (chunk: Uint8Array) => void): this
    on(event: 'end', listener: () => void): this
    registerFont(name: string, source: Uint8Array): this
    font(name: string): this
    fontSize(size: number): this
    fillColor(color: string): this
    strokeColor(color: string): this
    lineWidth(width: number): this
    moveTo(x: number, y: number): this
    lineTo(x: number, y: number): this
    stroke(): this
    text(text: string, x: number, y: number, options: { lineBreak: false }): this
    widthOfString(text: string): number
    struct(type: string, options?: { scope?: 'Row' | 'Column' }, children?: (() => void)[]): StructureElement
    addStructure(element: StructureElement): this
    markContent(tag: 'Artifact', options: { type: 'Layout' | 'Pagination' }): this
    endMarkedContent(): this
    addPage(): this
    switchToPage(at: number): this
    bufferedPageRange(): { start: number; count: number }
    end(): void
  }
}
