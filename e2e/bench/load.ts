import { Agent, get } from 'node:http'

type Load = {
  url: string
  cookie: string
  status: number
  connections: number
  durationMs: number
  maxRequests: number
}

function ask(agent: Agent, { url, cookie, status }: Load): Promise<void> {
  return new Promise((resolve, reject) => {
    const headers = { cookie, 'accept-encoding': 'gzip' }
    const sent = get(url, { agent, headers }, (answer) => {
      answer.resume()
      answer.once('end', () =>
        answer.statusCode === status ? resolve() : reject(new Error(`${url} answered ${answer.statusCode}`)),
      )
      answer.once('error', reject)
    })
    sent.once('error', reject)
  })
}

/** Requests per second over kept connections, each with one request at a time. Bounded in time and in number. */
export async function measureRate(load: Load): Promise<number> {
  const { hostname } = new URL(load.url)
  if (hostname !== '127.0.0.1') throw new Error(`Load is put on 127.0.0.1 alone, not on ${hostname}`)
  const agent = new Agent({ keepAlive: true, maxSockets: load.connections })
  const startMs = performance.now()
  let sent = 0
  const isOver = () => sent >= load.maxRequests || performance.now() - startMs > load.durationMs
  const connection = async () => {
    while (!isOver()) {
      sent += 1
      await ask(agent, load)
    }
  }
  await Promise.all(Array.from({ length: load.connections }, connection))
  agent.destroy()
  return (sent * 1000) / (performance.now() - startMs)
}
