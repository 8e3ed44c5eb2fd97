import { type ApiError, isApiError } from '@/lib/api/errors'
import {
  type DossierFile,
  type DossierRequest,
  type DossierStep,
  dossierLineSchema,
} from '@/lib/customers/dossier/dossier'

export type SentDossier = { file: DossierFile; content: Blob }

const failure = (code: ApiError['code'], message: string): ApiError => ({ code, message, request_id: '' })
const unreachable = () => failure('unreachable', 'The server did not answer.')

type Bytes = Uint8Array<ArrayBuffer>
type Reader = ReadableStreamDefaultReader<Bytes>

const newline = 10

/** Reads the lines until that of the file, and returns it with the first of its bytes. */
async function readSteps(reader: Reader, onStep: (step: DossierStep) => void): Promise<[DossierFile, Bytes]> {
  let rest: Bytes = new Uint8Array()
  for (;;) {
    const end = rest.indexOf(newline)
    if (end < 0) {
      const { done, value } = await reader.read()
      if (done) throw unreachable()
      rest = new Uint8Array([...rest, ...value])
      continue
    }
    const line = dossierLineSchema.parse(JSON.parse(new TextDecoder().decode(rest.subarray(0, end))))
    rest = rest.slice(end + 1)
    if ('error' in line) throw isApiError(line.error) ? line.error : failure('internal', 'The server failed.')
    if ('file' in line) return [line.file, rest]
    onStep(line.step)
  }
}

async function readBytes(reader: Reader, first: Bytes): Promise<Bytes[]> {
  const chunks = [first]
  for (let read = await reader.read(); !read.done; read = await reader.read()) chunks.push(read.value)
  return chunks
}

async function readAnswer(response: Response, onStep: (step: DossierStep) => void): Promise<SentDossier> {
  if (!response.ok || !response.body) {
    const body: unknown = await response.json()
    const sent = typeof body === 'object' && body !== null && 'error' in body ? body.error : null
    throw isApiError(sent) ? sent : failure('internal', 'The server failed.')
  }
  const reader = response.body.getReader()
  const [file, first] = await readSteps(reader, onStep)
  const content = new Blob(await readBytes(reader, first), { type: file.type })
  // A part of a file is none.
  if (content.size !== file.bytes) throw unreachable()
  return { file, content }
}

/**
 * Has the dossier of a customer made, and waits for all of it; `onStep` is called with each step. Throws an `ApiError`, or the
 * reason of the signal.
 */
export async function fetchDossier(
  url: string,
  request: DossierRequest,
  onStep: (step: DossierStep) => void,
  signal: AbortSignal,
): Promise<SentDossier> {
  try {
    const headers = { 'content-type': 'application/json' }
    return await readAnswer(
      await fetch(url, { method: 'POST', body: JSON.stringify(request), headers, signal }),
      onStep,
    )
  } catch (thrown) {
    signal.throwIfAborted()
    throw isApiError(thrown) ? thrown : unreachable()
  }
}
