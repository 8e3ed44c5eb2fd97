import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { accounts } from './seed/seed'
import { startForTests } from './start-for-tests'

/**
 * Two sandboxes from one seed, behind one URL, in which only values differ that a masked role does not see. `use` selects
 * the one that answers, and `calls` are the URLs that it was sent since then, without the path of the account.
 */
export async function startPairForTests() {
  const sandboxes = await Promise.all([startForTests(), startForTests({ hasOtherMaskedValues: true })])
  const tokens = await Promise.all(sandboxes.map((one) => one.tokenOf(accounts.test)))
  let used = 0
  let calls = new Set<string>()
  const server = createServer((incoming, answer) => {
    const url = incoming.url ?? ''
    const isToken = url.endsWith('/auth/token')
    if (!isToken) calls.add(url.slice(url.indexOf('/accounts/') + 1))
    const authorization = isToken ? incoming.headers.authorization : `Bearer ${tokens[used]}`
    const target = new URL(url, sandboxes[isToken ? 0 : used]?.url)
    const { method, headers } = incoming
    // The audience of a token names the host of the upstream.
    const forwarded = request(target, { method, headers: { ...headers, authorization, host: target.host } }, (from) => {
      answer.writeHead(from.statusCode ?? 502, from.headers)
      from.pipe(answer)
    })
    incoming.pipe(forwarded)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    sandboxes,
    use(which: number) {
      used = which
      calls = new Set()
    },
    calls: () => [...calls],
    async stop() {
      await new Promise((resolve) => {
        server.close(resolve)
        server.closeAllConnections()
      })
      await Promise.all(sandboxes.map((one) => one.stop()))
    },
  }
}
