import 'server-only'
import { StreamedAnswer } from '@/lib/server/http/streamed-answer'

/** An answer of `route` that is a file. */
export class Attachment extends StreamedAnswer {
  /** `name` is stored in folders and download histories, so it must not hold personal data. */
  constructor(name: string, contentType: string, chunks: AsyncGenerator<string | Uint8Array>) {
    super({ 'content-type': contentType, 'content-disposition': `attachment; filename="${name}"` }, chunks)
  }
}
