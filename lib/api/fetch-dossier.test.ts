import { afterEach, expect, it, vi } from 'vitest'
import { fetchDossier } from '@/lib/api/fetch-dossier'
import type { DossierStep } from '@/lib/customers/dossier/dossier'

afterEach(() => vi.unstubAllGlobals())

const file = { name: 'a.pdf', type: 'application/pdf', bytes: 5, gaps: [] }
const request = { reason: 'by email', locale: 'nb', format: 'pdf' } as const
/** The text of an answer, byte for byte or in pieces of so many. */
const answer = (text: string, pieces: number) => {
  const bytes = new TextEncoder().encode(text)
  return new ReadableStream({
    start(controller) {
      for (let at = 0; at < bytes.length; at += pieces) controller.enqueue(bytes.slice(at, at + pieces))
      controller.close()
    },
  })
}

async function fetchFrom(body: ReadableStream | string, status = 200) {
  vi.stubGlobal('fetch', async () => new Response(body, { status }))
  const steps: DossierStep[] = []
  const sent = await fetchDossier('/x', request, (step) => steps.push(step), new AbortController().signal)
  return { steps, file: sent.file, text: await sent.content.text() }
}

const lines = (...all: object[]) => all.map((one) => `${JSON.stringify(one)}\n`).join('')
const step = { part: 'purchases', done: 4, of: 8 }

it.each([1, 7, 10_000])('reads the steps and the file in pieces of %i bytes', async (pieces) => {
  const text = `${lines({ step }, { step: { part: null } }, { file })}a\nå\n`
  expect(await fetchFrom(answer(text, pieces))).toEqual({ steps: [step, { part: null }], file, text: 'a\nå\n' })
})

it.each([
  ['ends before its file', lines({ step })],
  ['ends within its file', `${lines({ file })}abc`],
  ['is not what it should be', '<html>\n'],
])('is no file where the answer %s', async (_, text) => {
  await expect(fetchFrom(answer(text, 100))).rejects.toMatchObject({ code: 'unreachable' })
})

it('throws the error of the server, before the first step and after it', async () => {
  const error = { code: 'audit_unavailable', message: 'No.', request_id: 'r' }
  await expect(fetchFrom(answer(lines({ step }, { error }), 100))).rejects.toEqual(error)
  await expect(fetchFrom(JSON.stringify({ error }), 503)).rejects.toEqual(error)
})
