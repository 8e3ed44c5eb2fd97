import type { HttpBindings } from '@hono/node-server'
import type { Hono } from 'hono'
import { badParameter } from '../http/api-error'
import { bodyText, json, rawPath, rawQuery, refuseMethod, type SandboxContext } from '../http/http'
import { parseJsonObject } from '../http/json-body'
import { decodeSegment, parseParameters, textParameter } from '../http/parameters'
import { accounts } from '../seed/seed'
import type { CustomerEditor } from '../store/edit'
import type { Store } from '../store/store'
import type { FaultRegistry } from './fault'
import { parseFaults } from './parse-faults'
import type { RequestLog } from './request-log'

export type Control = { faults: FaultRegistry; log: RequestLog; store: Store; editor: CustomerEditor }

/**
 * The routes under `/_sandbox`, by which tests control and inspect the sandbox. They are not part of Dintero's API and
 * need no token.
 */
export function addControlRoutes(app: Hono<{ Bindings: HttpBindings }>, control: Control): void {
  const { faults, log, store, editor } = control
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

  const account = (c: SandboxContext): number => {
    const { account: id = accounts.test } = parseParameters(rawQuery(c), { account: textParameter('Id of an account') })
    const number = store.accountNumber(id)
    if (number === undefined) throw badParameter('account', 'is no account of the sandbox')
    return number
  }
  const customerId = (c: SandboxContext) => decodeSegment('customer_id', rawPath(c.env).split('/')[3] ?? '')

  app.post('/_sandbox/customers', async (c) => {
    const customer = editor.create(account(c), parseJsonObject(await bodyText(c)))
    return json({ status: 201, body: JSON.stringify(customer) })
  })
  app.all('/_sandbox/customers', () => refuseMethod('POST'))
  app.post('/_sandbox/customers/:customer_id', async (c) => {
    return json({ body: JSON.stringify(editor.change(account(c), customerId(c), parseJsonObject(await bodyText(c)))) })
  })
  app.delete('/_sandbox/customers/:customer_id', (c) => {
    return json({ body: JSON.stringify(editor.remove(account(c), customerId(c))) })
  })
  app.all('/_sandbox/customers/:customer_id', () => refuseMethod('POST, DELETE'))
}
