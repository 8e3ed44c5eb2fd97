import 'server-only'
import type { AccountName } from '@/lib/account'
import { accountsOf, type Viewer } from '@/lib/server/auth/account-access'

/** The accounts that a person may open, as people know them: nothing that signs in. */
export function accountNames(viewer: Viewer): AccountName[] {
  return accountsOf(viewer).map(({ id, name }) => ({ id, name }))
}
