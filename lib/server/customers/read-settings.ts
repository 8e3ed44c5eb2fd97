import 'server-only'
import { type AttributeSetting, attributeTypes, type SettingsAnswer } from '@/lib/customers/customer'
import { askOne } from '@/lib/server/customers/ask-one'
import { wireAttributeSetting, wireSettings } from '@/lib/server/dintero/schemas'
import type { AccountAccess } from '@/lib/server/viewer'

/** A declared attribute, or nothing for an entry that is not as the contract has it: the others are of use without it. */
function toSetting(raw: unknown): AttributeSetting[] {
  const parsed = wireAttributeSetting.safeParse(raw)
  if (!parsed.success) return []
  const { name, type, multiple_values, private: isPrivate } = parsed.data
  const known = attributeTypes.find((one) => one === type) ?? 'string'
  return [{ name, type: known, multiple_values: multiple_values ?? false, private: isPrivate ?? false }]
}

/** What the account has settled about its customers: its attributes, in its order. Throws `ApiFailure`. */
export async function readSettings(access: AccountAccess, signal?: AbortSignal): Promise<SettingsAnswer> {
  const { attributes } = await askOne(access, ['settings'], wireSettings, signal)
  return { attributes: (attributes ?? []).flatMap(toSetting) }
}
