import 'server-only'
import type { z } from 'zod'
import {
  type AttributeSetting,
  attributeTypes,
  type SettingsAnswer,
  type TagsAnswer,
} from '@/lib/customers/model/customer'
import type { TermsAnswer } from '@/lib/customers/model/record'
import type { AccountAccess } from '@/lib/server/auth/account-access'
import { askOne } from '@/lib/server/customers/ask-one'
import { present } from '@/lib/server/customers/to-customer'
import { wireAttributeSetting, wireSettings, wireTags, wireTerms } from '@/lib/server/upstream/schemas'

/** What an account has of its own, and of nobody: each by one call. All throw `ApiFailure`. */

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

/** Tags as we answer them. */
export const toTags = (tags: z.infer<typeof wireTags>): TagsAnswer => ({
  tags: tags.map(({ id, tag, ...rest }) => ({ id, tag, ...present(rest) })),
})

/** All tags of the account. */
export async function readTags(access: AccountAccess, signal?: AbortSignal): Promise<TagsAnswer> {
  return toTags(await askOne(access, ['tags'], wireTags, signal))
}

/** The terms of the account. */
export async function readTerms(access: AccountAccess, signal?: AbortSignal): Promise<TermsAnswer> {
  const terms = await askOne(access, ['terms'], wireTerms, signal)
  return { terms: terms.map(({ id, ...rest }) => ({ id, ...present(rest) })) }
}
