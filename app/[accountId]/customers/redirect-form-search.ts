import { redirect } from 'next/navigation'
import { aroundRoutes } from '@/lib/api/around-routes'
import { routes } from '@/lib/api/routes'
import { serializeCustomerSearchParams } from '@/lib/customers/filters/customer-query'
import { parseCustomerSearchParams } from '@/lib/customers/filters/parse-customer-query'
import { recogniseDeskUrl } from '@/lib/customers/links/recognise-desk-url'
import { createVocabulary } from '@/lib/customers/search-text/create-vocabulary'
import { vocabularyUsedIn } from '@/lib/customers/search-text/operators/operators'
import { parseSearchText } from '@/lib/customers/search-text/parse'
import { zoneOf } from '@/lib/preferences'
import type { AccountAccess } from '@/lib/server/auth/account-access'
import { fetchSettings, fetchTags } from '@/lib/server/customers/fetch-account'
import { env } from '@/lib/server/env'
import { requestPreferences } from '@/lib/server/http/preferences'

/**
 * Until scripts have loaded, the search box is a plain form that sends its text as `q`. The text is parsed as the box
 * would parse it, and the browser is redirected to the search params that it means. Takes `q` out of `params`. Returns a
 * text with a problem in it, for the box to show; null if there is no text.
 */
export async function redirectFormSearch(access: AccountAccess, params: URLSearchParams): Promise<string | null> {
  const text = params.get('q')
  params.delete('q')
  if (text === null) return null
  const desk = recogniseDeskUrl(text, env().publicUrl.origin)
  if (desk) redirect(desk.href)
  const { query: current } = parseCustomerSearchParams(params)
  const orNull = <T>(answer: Promise<T>) => answer.catch(() => null)
  const used = vocabularyUsedIn(text)
  const tags = used.tags ? await orNull(fetchTags(access)) : null
  const settings = used.attributes ? await orNull(fetchSettings(access)) : null
  const preferences = await requestPreferences()
  const { parsed, problems } = parseSearchText(
    text,
    createVocabulary({
      tags: tags?.tags ?? null,
      attributes: settings?.attributes ?? null,
      phoneCountries: env().phoneCountries,
      hiddenSections: env().hiddenSections,
      zone: zoneOf(preferences),
      locale: preferences.locale,
      now: new Date(),
    }),
  )
  if (problems.length > 0) return text
  if (parsed.receipt !== undefined) redirect(aroundRoutes.receiptsByNumber(access.account.id, parsed.receipt))
  const next = {
    ...current,
    ...parsed.filters,
    record: parsed.record ?? null,
  }
  redirect(routes.customers(parsed.account ?? access.account.id, serializeCustomerSearchParams(next)))
}
