import http, { type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http'
import { type Order, type OwnApp, startApp } from './own-app'

/** A process of the app behind the balancer, with what it has answered. */
export class Process {
  readonly answered: string[] = []
  readonly underWay = new Set<string>()
  #app: OwnApp | null = null

  constructor(
    readonly port: number,
    readonly order: Order,
  ) {}

  get url(): string {
    return `http://localhost:${this.port}`
  }

  async start(): Promise<void> {
    this.#app = await startApp(this.port, this.order)
  }

  async kill(signal: NodeJS.Signals): Promise<void> {
    await this.#app?.kill(signal)
  }
}

const hopByHop = new Set([
  'connection',
  'keep-alive',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
])
const endToEnd = (headers: IncomingHttpHeaders) =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !hopByHop.has(name)))

/** A plain proxy: each request to the next process in turn; a GET that no answer came to is sent to the other one. */
export function proxyTo(processes: readonly Process[]): http.Server {
  let turn = 0
  const pass = (incoming: IncomingMessage, response: ServerResponse, [first, ...others]: readonly Process[]) => {
    if (!first) return response.writeHead(502).end()
    const { method, url: path = '/', headers } = incoming
    const call = `${method} ${path}`
    const passed = http.request({ host: '127.0.0.1', port: first.port, method, path, headers: endToEnd(headers) })
    first.underWay.add(call)
    passed.once('close', () => first.underWay.delete(call))
    passed.once('error', () => {
      if (response.headersSent) response.destroy()
      else pass(incoming, response, method === 'GET' ? others : [])
    })
    passed.once('response', (answer) => {
      first.answered.push(call)
      response.writeHead(answer.statusCode ?? 502, endToEnd(answer.headers))
      answer.once('error', () => response.destroy()).pipe(response)
    })
    response.once('close', () => response.writableFinished || passed.destroy())
    incoming.pipe(passed)
  }
  return http.createServer((incoming, response) => {
    turn += 1
    pass(incoming, response, turn % 2 === 0 ? processes : processes.toReversed())
  })
}
