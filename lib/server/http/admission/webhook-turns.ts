import 'server-only'
import type { IncomingMessage } from 'node:http'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import { env } from '@/lib/server/env'
import { FairQueue, QueueFull, QueueTimeout } from '@/lib/server/fair-queue'
import { processSingleton } from '@/lib/server/process-singleton'

/** The longest body of a webhook: a customer with all its attributes and metadata. */
export const maxWebhookBytes = 256 * 1024

/** Whether a request is a webhook, where webhooks are taken at all. */
export const isWebhook = ({ method, url = '' }: IncomingMessage): boolean =>
  method === 'POST' && /^\/api\/accounts\/[PT]\d{8}\/webhooks$/.test(url) && env().webhooks.secrets.size > 0

/** How many are answered at once, and how many wait: a thousand in a second is what an import of customers sends. */
const atOnce = 32
const maxWaiting = 2_000
const maxWaitMs = 10_000
const queue = new FairQueue(() => atOnce, maxWaiting)

/** After so many deliveries without a right signature in a minute, an IP address takes turns as any other caller does. */
const forged = () =>
  processSingleton('forged webhooks', () => new RateLimiterMemory({ points: 20, duration: 60, blockDuration: 60 }))

/** Counts a delivery without a right signature. */
export async function noteForgedWebhook(ip: string): Promise<void> {
  await forged()
    .consume(ip)
    .catch(() => {})
}

/** Whether webhooks of this IP address are let in as such: they carry no session, and come faster than hands send. */
export async function mayDeliver(ip: string): Promise<boolean> {
  const count = await forged().get(ip)
  return count === null || count.remainingPoints > 0
}

/** Waits until a webhook may be answered: as `takeTurn` does for all other requests, but for the pace. */
export async function takeWebhookTurn(ip: string, signal: AbortSignal): Promise<(() => void) | null> {
  try {
    await queue.acquire(ip, maxWaitMs, signal)
  } catch (thrown) {
    if (thrown instanceof QueueFull || thrown instanceof QueueTimeout) return null
    throw thrown
  }
  return () => queue.release()
}
