import type { HttpBindings } from '@hono/node-server'
import type { Hono } from 'hono'
import { badParameter } from '../http/api-error'
import { bodyText, json, rawPath, rawQuery, refuseMethod, type SandboxContext } from '../http/http'
import { parseJsonObject } from '../http/json-body'
import { decodeSegment, parseParameters, textParameter } from '../http/parameters'
import { accounts } from '../seed/seed'
import type { CustomerEditor } from '../store/edit'
import type { Store } from '../store/store'
import { parseSubscription } from '../webhooks/parse-subscription'
import type { Webhooks } from '../webhooks/webhooks'
import type { FaultRegistry } from './fault'
import { parseFaults } from './parse-faults'
import type { RequestLog } from './request-log'

export type Control = {
  faults: FaultRegistry
  log: RequestLog
  store: Store
  editor: CustomerEditor
  webhooks: Webhooks
}

/**
 * The routes under `/_sandbox`, by which tests control and inspect the sandbox. They are not part of Dintero's API and
 * need no token.
 */
export function addControlRoutes(app: Hono<{ Bindings: HttpBindings }>, control: Control): void {
  const { faults, log, store, editor, webhooks } = control
  app.get('/_sandbox/faults', () => json({ body: JSON.stringify(faults.list()) }))
  app.post('/_sandbox/faults', async (c) => {
    faults.set(parseFaults(await bodyText(c)))
    return json({ body: JSON.stringify(faults.list()) })
  })
  app.all('/_sandbox/faults', () => refuseMethod('GET, POST'))

  app.get('/_sandbox/requests', () => json({ body: JSON.stringify(log.list()) }))
  app.delete('/_sandbox/requests', () => {
    log.clear()
    return json({ body: '[]' })
  })
  app.all('/_sandbox/requests', () => refuseMethod('GET, DELETE'))

  app.get('/_sandbox/webhooks', () => json({ body: JSON.stringify(webhooks.list()) }))
  app.post('/_sandbox/webhooks', async (c) => {
    webhooks.subscribe(parseSubscription(await bodyText(c)))
    return json({ status: 201, body: JSON.stringify(webhooks.list()) })
  })
  app.delete('/_sandbox/webhooks', () => {
    webhooks.clear()
    return json({ body: JSON.stringify(webhooks.list()) })
  })
  app.all('/_sandbox/webhooks', () => refuseMethod('GET, POST, DELETE'))

  const account = (c: SandboxContext): { id: string; number: number } => {
    const { account: id = accounts.test } = parseParameters(rawQuery(c), { account: textParameter('Id of an account') })
    const number = store.accountNumber(id)
    if (number === undefined) throw badParameter('account', 'is no account of the sandbox')
    return { id, number }
  }
  const customerId = (c: SandboxContext) => decodeSegment('customer_id', rawPath(c.env).split('/')[3] ?? '')

  app.post('/_sandbox/customers', async (c) => {
    const { id, number } = account(c)
    const customer = editor.create(number, parseJsonObject(await bodyText(c)))
    webhooks.report(id, 'customer_add', customer)
    return json({ status: 201, body: JSON.stringify(customer) })
  })
  app.all('/_sandbox/customers', () => refuseMethod('POST'))
  app.post('/_sandbox/customers/:customer_id', async (c) => {
    const { id, number } = account(c)
    const customer = editor.change(number, customerId(c), parseJsonObject(await bodyText(c)))
    webhooks.report(id, 'customer_update', customer)
    return json({ body: JSON.stringify(customer) })
  })
  app.delete('/_sandbox/customers/:customer_id', (c) => {
    const { id, number } = account(c)
    const customer = editor.remove(number, customerId(c))
    webhooks.report(id, 'customer_delete', customer)
    return json({ body: JSON.stringify(customer) })
  })
  app.all('/_sandbox/customers/:customer_id', () => refuseMethod('POST, DELETE'))
}
