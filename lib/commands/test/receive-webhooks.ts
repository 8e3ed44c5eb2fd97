import { createServer } from 'node:http'
import { receiveWebhook } from '../../server/webhooks/receive-webhook'

/**
 * A process that takes webhooks until it is killed, as a server does, and says `listening` with its port. With
 * `--die-before-answer` it is killed once the first one is committed, before the answer. For `kill.test.ts`.
 */

const diesBeforeAnswer = process.argv.includes('--die-before-answer')

const server = createServer(async (incoming, response) => {
  const chunks: Buffer[] = []
  for await (const chunk of incoming) chunks.push(chunk)
  const headers = Object.entries(incoming.headers).map(([name, value]): [string, string] => [name, String(value)])
  const request = new Request(`http://127.0.0.1${incoming.url}`, {
    method: 'POST',
    headers,
    body: Buffer.concat(chunks),
  })
  const answer = await receiveWebhook(request, incoming.url?.split('/')[3] ?? '')
  if (diesBeforeAnswer) process.kill(process.pid, 'SIGKILL')
  response.writeHead(answer.status).end(await answer.text())
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  process.send?.({ port: typeof address === 'object' ? address?.port : null })
})
