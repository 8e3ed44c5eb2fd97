import http from 'node:http'

export type Load = { perSecond: number; requests: number; p50Ms: number; p95Ms: number }

/**
 * Requests one URL of this machine as fast as it answers, over persistent connections, for a limited time. The people whose
 * headers are given take turns.
 */
export async function load(
  url: string,
  people: readonly Record<string, string>[],
  options: { seconds: number; status: number; connections?: number },
): Promise<Load> {
  const { connections = 8 } = options
  const agent = new http.Agent({ keepAlive: true, maxSockets: connections })
  let count = 0
  const once = () =>
    new Promise<number>((resolve, reject) => {
      const started = performance.now()
      const headers = people[count++ % people.length]
      const request = http.get(url, { agent, headers }, (response) => {
        if (response.statusCode !== options.status) reject(new Error(`${url} answered ${response.statusCode}`))
        response.resume().once('end', () => resolve(performance.now() - started))
      })
      request.once('error', reject)
    })
  const times: number[] = []
  const began = performance.now()
  const until = began + options.seconds * 1000
  const worker = async () => {
    while (performance.now() < until) times.push(await once())
  }
  await Promise.all(Array.from({ length: connections }, worker))
  const elapsed = (performance.now() - began) / 1000
  agent.destroy()
  times.sort((a, b) => a - b)
  const at = (share: number) => times[Math.floor(times.length * share)] ?? 0
  return { perSecond: times.length / elapsed, requests: times.length, p50Ms: at(0.5), p95Ms: at(0.95) }
}

export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
