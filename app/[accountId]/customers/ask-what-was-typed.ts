import { redirect } from 'next/navigation'
import { routes } from '@/lib/api/routes'
import { serializeCustomerSearchParams } from '@/lib/customers/filters/customer-query'
import { parseCustomerSearchParams } from '@/lib/customers/filters/parse-customer-query'
import { vocabularyUsedIn } from '@/lib/customers/search-text/operators'
import { parseSearchText } from '@/lib/customers/search-text/parse'
import { recognisePhone } from '@/lib/customers/search-text/recognise-phone'
import type { AccountAccess } from '@/lib/server/auth/account-access'
import { readSettings, readTags } from '@/lib/server/customers/read-account'
import { env } from '@/lib/server/env'
import { requestPreferences } from '@/lib/server/http/preferences'

/**
 * The search box is a plain form until scripts have loaded, and sends its text as `q`. It is read as the box would read
 * it, and leads to the address of what it asks. Takes `q` out of `params`; gives a text in which something is wrong,
 * for the box to hold and explain.
 */
export async function askWhatWasTyped(access: AccountAccess, params: URLSearchParams): Promise<string | null> {
  const text = params.get('q')
  params.delete('q')
  if (text === null) return null
  const { query: address } = parseCustomerSearchParams(params)
  const orNone = <T>(answer: Promise<T>) => answer.catch(() => null)
  const names = vocabularyUsedIn(text)
  const tags = names.tags ? await orNone(readTags(access)) : null
  const settings = names.attributes ? await orNone(readSettings(access)) : null
  const { zone } = await requestPreferences()
  const { parsed, problems } = parseSearchText(text, {
    tags: tags?.tags ?? null,
    attributes: settings?.attributes ?? null,
    recognisePhone: (phone) => recognisePhone(phone, env().phoneCountry),
    zone,
    now: new Date(),
  })
  if (problems.length > 0) return text
  const next = {
    ...address,
    ...parsed.filters,
    record: parsed.record ?? null,
  }
  redirect(routes.customers(parsed.account ?? access.account.id, serializeCustomerSearchParams(next)))
}
