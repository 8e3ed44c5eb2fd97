import type { HttpBindings } from '@hono/node-server'
import type { Hono } from 'hono'
import { bodyText, json, refuseMethod } from '../http'
import { type FaultBoard, readFaults } from './fault'
import type { RequestLog } from './request-log'

/** `/_sandbox/…`: how tests steer the sandbox and look at it. No part of Dintero's API, and open to whoever reaches it. */
export function addControlRoutes(app: Hono<{ Bindings: HttpBindings }>, faults: FaultBoard, log: RequestLog): void {
  app.get('/_sandbox/faults', () => json({ body: JSON.stringify(faults.list()) }))
  app.post('/_sandbox/faults', async (c) => {
    faults.set(readFaults(await bodyText(c)))
    return json({ body: JSON.stringify(faults.list()) })
  })
  app.all('/_sandbox/faults', () => refuseMethod('GET, POST'))

  app.get('/_sandbox/requests', () => json({ body: JSON.stringify(log.list()) }))
  app.delete('/_sandbox/requests', () => {
    log.clear()
    return json({ body: '[]' })
  })
  app.all('/_sandbox/requests', () => refuseMethod('GET, DELETE'))
}
