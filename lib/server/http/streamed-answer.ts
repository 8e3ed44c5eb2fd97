import 'server-only'

/** An answer of `route` that is no JSON. It is sent in chunks, as fast as the client reads. */
export class StreamedAnswer {
  readonly headers: Record<string, string>
  readonly content: ReadableStream<Uint8Array>

  /** `onGone` is called where the client is gone before the end: chunks that are awaited then come no more. */
  constructor(
    headers: Record<string, string>,
    chunks: AsyncGenerator<string | Uint8Array>,
    onGone: () => void = () => {},
  ) {
    this.headers = headers
    const encoder = new TextEncoder()
    this.content = new ReadableStream({
      async pull(controller) {
        const { done, value } = await chunks.next()
        if (done) controller.close()
        else controller.enqueue(typeof value === 'string' ? encoder.encode(value) : value)
      },
      async cancel() {
        onGone()
        await chunks.return(undefined)
      },
    })
  }
}
