import 'server-only'

/** An answer of `route` that is a file and not JSON. It is sent in chunks, as fast as the client reads. */
export class Attachment {
  readonly headers: Record<string, string>
  readonly content: ReadableStream<Uint8Array>

  /** `name` is stored in folders and download histories, so it must not hold personal data. */
  constructor(name: string, contentType: string, chunks: AsyncGenerator<string | Uint8Array>) {
    this.headers = { 'content-type': contentType, 'content-disposition': `attachment; filename="${name}"` }
    const encoder = new TextEncoder()
    this.content = new ReadableStream({
      async pull(controller) {
        const { done, value } = await chunks.next()
        if (done) controller.close()
        else controller.enqueue(typeof value === 'string' ? encoder.encode(value) : value)
      },
      async cancel() {
        await chunks.return(undefined)
      },
    })
  }
}
