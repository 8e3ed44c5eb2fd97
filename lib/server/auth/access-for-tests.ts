import 'server-only'
import { randomUUID } from 'node:crypto'
import { vi } from 'vitest'
import type { Role } from '@/lib/access'
import type { AccountAccess } from '@/lib/server/auth/account-access'

const account = { id: 'T12345678', name: 'Test', client_id: 'sandbox-client', client_secret: 'sandbox-secret' }

/** The access of a person with a role to the test account. Each read of `request` begins a new time-out of `timeoutMs`. */
export function accessForTests(role: Role = 'agent', timeoutMs = 8_000): AccountAccess {
  const viewer = { sessionId: 's', email: 'a@example.no', name: 'A', role, accounts: [account.id] }
  return {
    viewer,
    account,
    get request() {
      const startedAt = performance.now()
      return { id: 'r', site: null, startedAt, deadlineAt: startedAt + timeoutMs }
    },
  }
}

/** The access of a person with a role whom no other test knows: in a session of their own, with nothing counted or recorded. */
export function someoneForTests(role: Role): AccountAccess {
  const access = accessForTests(role)
  const viewer = { ...access.viewer, email: `${randomUUID()}@example.com`, sessionId: randomUUID() }
  return { ...access, viewer, request: access.request }
}

/** Stubs a whole configuration with that account on an upstream, until `vi.unstubAllEnvs`. */
export function configureForTests(upstreamUrl: string): void {
  const secret = 'q7fJw2Zk0pX4nB9sL1vT6yR3mC8dH5gA'
  vi.stubEnv('DINTERO_URL', upstreamUrl)
  vi.stubEnv('DINTERO_ACCOUNTS', JSON.stringify([account]))
  vi.stubEnv('NEXTAUTH_URL', 'http://localhost:3000')
  vi.stubEnv('NEXTAUTH_SECRET', secret)
  vi.stubEnv('DATABASE_URL', 'postgres://127.0.0.1/unused')
  vi.stubEnv('AUDIT_KEYS', JSON.stringify([{ id: 'tests', secret }]))
}
