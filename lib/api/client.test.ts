import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { z } from 'zod/mini'
import { fetchJson } from '@/lib/api/client'
import { postForm } from '@/lib/api/post-form'

let server: Server | undefined
afterEach(() => server?.close())

async function serve(listener: RequestListener): Promise<string> {
  server = createServer(listener)
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}
const schema = async () => z.object({ total: z.number() })
const answer = (status: number, body: string) => serve((_, response) => response.writeHead(status).end(body))

describe('fetchJson', () => {
  it('returns the parsed answer', async () => {
    expect(await fetchJson(await answer(200, '{"total": 3}'), schema)).toEqual({ total: 3 })
  })

  it('throws the error that our API sent', async () => {
    const error = { code: 'invalid_query', message: 'No.', field: 'limit', request_id: 'r' }
    await expect(fetchJson(await answer(400, JSON.stringify({ error })), schema)).rejects.toEqual(error)
  })

  it.each([
    ['another server’s page', 502, '<html>', 'unreachable'],
    ['a proxy that reaches no server of ours', 504, '{"message": "timeout"}', 'unreachable'],
    ['an error of unknown shape', 500, '{"error": "no"}', 'internal'],
    ['an unknown code', 500, '{"error": {"code": "toString", "request_id": "r"}}', 'internal'],
    ['an answer of another shape', 200, '{"total": "3"}', 'internal'],
    ['a broken body', 200, '{"total":', 'unreachable'],
  ])('reports %s', async (_, status, body, code) => {
    await expect(fetchJson(await answer(status, body), schema)).rejects.toMatchObject({ code })
  })

  it('reports a server that does not answer', async () => {
    await expect(fetchJson('http://127.0.0.1:1', schema)).rejects.toMatchObject({ code: 'unreachable' })
  })

  it('throws the reason of the abort when the caller aborts', async () => {
    const url = await serve(() => {})
    const leaving = new AbortController()
    const call = fetchJson(url, schema, leaving.signal)
    leaving.abort(new Error('left'))
    await expect(call).rejects.toThrow('left')
  })
})

it('posts a form that next-auth accepts', async () => {
  let body = ''
  const url = await serve((request, response) => {
    request.on('data', (chunk) => (body += chunk)).on('end', () => response.end('{"url": "/x"}'))
  })
  expect(await postForm(url, { csrfToken: 't' })).toEqual({ ok: true, status: 200, url: '/x' })
  expect(body).toBe('csrfToken=t&json=true')
})
