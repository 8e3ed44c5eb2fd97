import { createServer } from 'node:net'
import { expect, it } from 'vitest'
import { freePort } from '@/lib/commands/ports'

it('returns a free port for 0, and null for a port that is taken', async () => {
  const port = await freePort(0)
  expect(port).toBeGreaterThan(0)
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(port ?? 0, '127.0.0.1', resolve))
  expect(await freePort(port ?? 0)).toBeNull()
  await new Promise((resolve) => server.close(resolve))
  expect(await freePort(port ?? 0)).toBe(port)
})
