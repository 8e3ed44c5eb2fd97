import 'server-only'
import { createHmac } from 'node:crypto'
import type { Viewer } from '@/lib/server/auth/account-access'
import { env } from '@/lib/server/env'

/**
 * An opaque key of a person and of what they may see. A tab that gets answers under two keys holds what belongs to
 * somebody else, or to a role that is gone.
 */
export function personKey({ email, role, accounts }: Viewer): string {
  const text = JSON.stringify(['person', email, role, accounts.toSorted()])
  return createHmac('sha256', env().sessionSecret).update(text).digest('base64url').slice(0, 22)
}
