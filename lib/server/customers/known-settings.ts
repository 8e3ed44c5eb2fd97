import 'server-only'
import type { SettingsAnswer } from '@/lib/customers/model/customer'
import type { AccountAccess } from '@/lib/server/auth/account-access'
import { fetchSettings } from '@/lib/server/customers/fetch-account'

const cacheMs = 300_000
/** The settings of each account, which contain no personal data: every page of rows needs them to be masked or laid out. */
const cached = new Map<string, { settings: SettingsAnswer; until: number }>()

/** The settings of the account as they were at most five minutes ago. Throws `ApiFailure`; a failure is not kept. */
export async function knownSettings(access: AccountAccess): Promise<SettingsAnswer> {
  const known = cached.get(access.account.id)
  if (known && known.until > Date.now()) return known.settings
  const settings = await fetchSettings(access)
  cached.set(access.account.id, { settings, until: Date.now() + cacheMs })
  return settings
}
