import 'server-only'
import type { z } from 'zod'
import {
  type AttributeSetting,
  attributeTypes,
  type SettingsAnswer,
  type TagsAnswer,
} from '@/lib/customers/model/customer'
import type { TermAnswer } from '@/lib/customers/model/record'
import type { AccountAccess } from '@/lib/server/auth/account-access'
import { accountEndpoint, termEndpoint } from '@/lib/server/customers/endpoints'
import { fetchResource } from '@/lib/server/customers/fetch/fetch-resource'
import { omitMissing } from '@/lib/server/customers/fetch/to-customer'
import { wireAttributeSetting, wireSettings, wireTags, wireTerm } from '@/lib/server/upstream/schemas'

/** What customers of an account share: its settings, tags and terms. Each function makes one call and throws `ApiFailure`. */

/**
 * A declared attribute, in a list. The list is empty for an entry that breaks the contract, so that the others can
 * still be used.
 */
function toSetting(raw: unknown): AttributeSetting[] {
  const parsed = wireAttributeSetting.safeParse(raw)
  if (!parsed.success) return []
  const { name, type, multiple_values, private: isPrivate } = parsed.data
  const known = attributeTypes.find((one) => one === type) ?? 'string'
  return [{ name, type: known, multiple_values: multiple_values ?? false, private: isPrivate ?? false }]
}

/** The customer attributes that the account declares, in the order of its settings. Throws `ApiFailure`. */
export async function fetchSettings(access: AccountAccess, signal?: AbortSignal): Promise<SettingsAnswer> {
  const { attributes } = await fetchResource(access, { ...accountEndpoint('settings'), schema: wireSettings, signal })
  return { attributes: (attributes ?? []).flatMap(toSetting) }
}

/** Converts tags from Dintero's format into that of our API. */
export const toTags = (tags: z.infer<typeof wireTags>): TagsAnswer => ({
  tags: tags.map(({ id, tag, ...rest }) => ({ id, tag, ...omitMissing(rest) })),
})

/** All tags of the account. */
export async function fetchTags(access: AccountAccess, signal?: AbortSignal): Promise<TagsAnswer> {
  return toTags(await fetchResource(access, { ...accountEndpoint('tags'), schema: wireTags, signal }))
}

/** The terms with this id, also deleted ones. `not_found` where the account never had them. */
export async function fetchTerm(access: AccountAccess, termId: string, signal?: AbortSignal): Promise<TermAnswer> {
  const { id, terms, created_at, deleted_at } = await fetchResource(access, {
    ...termEndpoint(termId),
    schema: wireTerm,
    signal,
  })
  return { term: { id, ...omitMissing({ terms, created_at, deleted_at }) } }
}
