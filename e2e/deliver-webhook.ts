import { createHmac, randomUUID } from 'node:crypto'
import http from 'node:http'
import { accounts } from '../lib/sandbox/seed/seed'
import { appUrl, webhookSecret } from './servers'

const url = `${appUrl}/api/accounts/${accounts.test}/webhooks`

/** Reports a customer to the app, signed as Dintero signs; resolves with the status of the answer. */
export function deliverWebhook(customer: { customer_id: string; [property: string]: unknown }, agent?: http.Agent) {
  const body = JSON.stringify(customer)
  const headers = {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    event: 'customer_update',
    'event-delivery': randomUUID(),
    'event-signature': createHmac('sha1', webhookSecret).update(body).digest('hex'),
  }
  return new Promise<number>((resolve, reject) => {
    http
      .request(url, { method: 'POST', agent, headers }, (answer) =>
        answer.resume().once('end', () => resolve(answer.statusCode ?? 0)),
      )
      .once('error', reject)
      .end(body)
  })
}
