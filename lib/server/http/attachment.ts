import 'server-only'

/** An answer of `handle` that is no JSON: a file, sent piece by piece as the reader takes it. */
export class Attachment {
  readonly headers: Record<string, string>
  readonly content: ReadableStream<Uint8Array>

  /** `name` ends up in folders and histories: nothing personal may be in it. */
  constructor(name: string, contentType: string, pieces: AsyncGenerator<string>) {
    this.headers = { 'content-type': contentType, 'content-disposition': `attachment; filename="${name}"` }
    const encoder = new TextEncoder()
    this.content = new ReadableStream({
      async pull(controller) {
        const { done, value } = await pieces.next()
        if (done) controller.close()
        else controller.enqueue(encoder.encode(value))
      },
      async cancel() {
        await pieces.return(undefined)
      },
    })
  }
}
