import 'server-only'
import type { AccountName } from '@/lib/account'
import { env } from '@/lib/server/env'

/** The accounts of this server as people know them: nothing that signs in. */
export function accountNames(): AccountName[] {
  return [...env().accounts.values()].map(({ id, name }) => ({ id, name }))
}
