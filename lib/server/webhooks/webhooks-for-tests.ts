import 'server-only'
import { createHmac, randomUUID } from 'node:crypto'
import { vi } from 'vitest'

export const account = 'T12345678'
export const webhookSecret = 'webhook-secret-of-the-tests'

/** Lets that account report changes, until `vi.unstubAllEnvs`. */
export const configureWebhooks = () => vi.stubEnv('WEBHOOK_SECRETS', JSON.stringify({ [account]: [webhookSecret] }))

export type Sent = {
  event?: string
  delivery?: string
  secret?: string
  /** In place of the right one. */
  signature?: string
}

/** The headers of a delivery of this body, as Dintero signs it. */
export function headersOf(body: string, { event = 'customer_update', delivery = randomUUID(), ...sent }: Sent = {}) {
  const signature = createHmac('sha1', sent.secret ?? webhookSecret)
    .update(body)
    .digest('hex')
  return {
    'content-type': 'application/json',
    event,
    'event-delivery': delivery,
    'event-signature': sent.signature ?? signature,
  }
}
