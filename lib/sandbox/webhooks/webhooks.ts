import { createHmac, randomUUID } from 'node:crypto'
import type { Subscription } from './parse-subscription'

/** One event on its way to the address of a subscription. */
export type Delivery = {
  account: string
  event: string
  delivery: string
  /** The status of each try; `null` where no answer came in time. */
  tries: (number | null)[]
  /** Whether an answer of 200 has come, or no further try follows. */
  done: boolean
}

/** An event is sent so often, until an answer of 200 comes (contract, "Webhooks"). */
const maxTries = 5
/** A subscription that fails so often in a row, with all tries, is removed. */
const maxFailed = 10
const answerMs = 5_000
const maxKept = 10_000

/** Sends what changes to the addresses that want to know, signed. Deliveries go side by side: their order is not promised. */
export function createWebhooks() {
  const subscriptions = new Map<string, Subscription & { failed: number }>()
  let deliveries: Delivery[] = []
  const closing = new AbortController()
  const timers = new Set<NodeJS.Timeout>()

  const wait = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(() => {
        timers.delete(timer)
        resolve()
      }, ms)
      timers.add(timer)
    })

  async function attempt({ url, secret }: Subscription, { event, delivery }: Delivery, body: string) {
    const signature = createHmac('sha1', secret).update(body).digest('hex')
    const headers = { event, 'event-delivery': delivery, 'event-signature': signature }
    try {
      const answer = await fetch(url, {
        method: 'POST',
        body,
        headers: { 'content-type': 'application/json', ...headers },
        redirect: 'manual',
        signal: AbortSignal.any([closing.signal, AbortSignal.timeout(answerMs)]),
      })
      await answer.arrayBuffer()
      return answer.status
    } catch {
      return null
    }
  }

  async function deliver(account: string, event: string, given: unknown): Promise<void> {
    const subscription = subscriptions.get(account)
    if (!subscription) return
    const entry: Delivery = { account, event, delivery: randomUUID(), tries: [], done: false }
    deliveries = [...deliveries.slice(-maxKept + 1), entry]
    const body = JSON.stringify(given)
    while (entry.tries.length < maxTries && !closing.signal.aborted && entry.tries.at(-1) !== 200) {
      if (entry.tries.length > 0) await wait(subscription.retry_ms * 2 ** (entry.tries.length - 1))
      entry.tries.push(await attempt(subscription, entry, body))
    }
    entry.done = true
    subscription.failed = entry.tries.at(-1) === 200 ? 0 : subscription.failed + 1
    if (subscription.failed >= maxFailed && subscriptions.get(account) === subscription) subscriptions.delete(account)
  }

  return {
    /** Replaces the subscription of an account, and sends it a `ping`. */
    subscribe(subscription: Subscription): void {
      subscriptions.set(subscription.account, { ...subscription, failed: 0 })
      void deliver(subscription.account, 'ping', { hello: 'sandbox' })
    },
    clear(): void {
      subscriptions.clear()
      deliveries = []
    },
    list: () => ({
      subscriptions: [...subscriptions.values()].map(({ account, url }) => ({ account, url })),
      deliveries,
    }),
    /** Sends an event to the subscription of an account, where it has one. */
    report(account: string, event: string, body: unknown): void {
      void deliver(account, event, body)
    },
    close(): void {
      closing.abort()
      for (const timer of timers) clearTimeout(timer)
    },
  }
}

export type Webhooks = ReturnType<typeof createWebhooks>
