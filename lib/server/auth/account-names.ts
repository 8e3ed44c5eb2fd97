import 'server-only'
import type { AccountName } from '@/lib/account'
import { accountsOf, type Viewer } from '@/lib/server/auth/account-access'

/** Id and name of the accounts that a person may open, without their credentials. */
export function accountNames(viewer: Viewer): AccountName[] {
  return accountsOf(viewer).map(({ id, name }) => ({ id, name }))
}
