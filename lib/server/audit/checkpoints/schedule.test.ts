import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { writeCheckpointWhenDue } from '@/lib/server/audit/checkpoints/schedule'
import { configureWithDatabase, endConfiguredDatabase } from '@/lib/server/database/configure-for-tests'
import { databaseClock } from '@/lib/server/database/for-tests'
import { openedDatabase } from '@/lib/server/database/open'
import { log } from '@/lib/server/log'
import { metrics } from '@/lib/server/metrics'

let receiver: Server
let status = 201
const received: string[] = []
let setClock: (time: string | null) => Promise<void>

beforeAll(async () => {
  receiver = createServer(async (request, response) => {
    received.push(`${request.method} ${request.headers['content-type']} ${(await request.toArray()).join('')}`)
    response.writeHead(status).end()
  })
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve))
  setClock = await databaseClock(await configureWithDatabase())
  vi.stubEnv('AUDIT_CHECKPOINT_URL', `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/desk`)
})
afterAll(async () => {
  await endConfiguredDatabase()
  receiver.closeAllConnections()
  receiver.close()
})

const outcomes = async () =>
  Object.fromEntries((await metrics().checkpoints.get()).values.map(({ labels, value }) => [labels.outcome, value]))
const jws = expect.stringMatching(/^eyJ[\w-]+\.eyJ[\w-]+\.[\w-]+$/)

test('a checkpoint is logged on a line of its own and posted once', async () => {
  await setClock('2026-05-01T12:00:00Z')
  await writeCheckpointWhenDue()
  await writeCheckpointWhenDue()
  expect(vi.mocked(log).mock.calls).toEqual([['info', 'audit checkpoint', { checkpoint: jws }]])
  expect(received).toEqual([expect.stringMatching(/^POST application\/jose eyJ/)])
  expect(await outcomes()).toEqual({ written: 1, sent: 1 })
})

test('one that is not taken is stored all the same, logged and counted', async () => {
  status = 500
  await setClock('2026-05-01T13:30:00Z')
  await writeCheckpointWhenDue()
  expect(vi.mocked(log)).toHaveBeenLastCalledWith('error', 'audit checkpoint not sent', { outcome: 'status 500' })
  receiver.closeAllConnections()
  await new Promise((resolve) => receiver.close(resolve))
  await setClock('2026-05-01T15:00:00Z')
  await writeCheckpointWhenDue()
  expect(vi.mocked(log)).toHaveBeenLastCalledWith('error', 'audit checkpoint not sent', { outcome: expect.any(String) })
  expect(await outcomes()).toEqual({ written: 3, sent: 1, not_sent: 2 })
})

test('a database that fails is logged and counted, and throws nothing', async () => {
  await openedDatabase().pool.query('ALTER TABLE activity_checkpoints RENAME TO away')
  await writeCheckpointWhenDue()
  expect(await outcomes()).toMatchObject({ failed: 1 })
})
