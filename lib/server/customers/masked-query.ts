import 'server-only'
import type { CustomerFilters } from '@/lib/customers/filters/customer-query'
import { isContactFragment } from '@/lib/customers/search-text/contact-fragment'
import { appendAuditEvent, configuredKeys } from '@/lib/server/audit/append'
import { toAuditFilters } from '@/lib/server/audit/filters'
import { valueHash } from '@/lib/server/audit/keys'
import { refusalNote } from '@/lib/server/audit/refusal-note'
import type { AccountAccess } from '@/lib/server/auth/account-access'
import { getMask } from '@/lib/server/customers/fetch/mask'
import { ApiFailure } from '@/lib/server/http/api-failure'
import { countAgainst } from '@/lib/server/http/limits'
import { processSingleton } from '@/lib/server/process-singleton'

/**
 * What a person who sees masked customers may query. Names, company names and ids are searched from their beginning; an
 * email, a phone and a token are found by the whole value, which the person then knows already, and so often an hour.
 * Whatever would find customers by another value that is masked is refused.
 */

type Query = Partial<CustomerFilters> & { by_word?: string | null; was?: string | null }

const forbidden = (field: string, message: string) => new ApiFailure({ code: 'forbidden', message, field })

/** Why this query is not for people who see masked customers; null for one that is. */
function refusal(query: Query, isShown: (attribute: string) => boolean): ApiFailure | null {
  const { search = null, since_datetime = null, attributes_keys, was = null, by_word = null } = query
  if (was !== null) return forbidden('was', 'Your role does not see earlier ids, so it cannot search for them.')
  if (search !== null && since_datetime !== null)
    return forbidden('since_datetime', 'Your role cannot search by text and by time of change at once.')
  if (attributes_keys?.some((name) => !isShown(name)))
    return forbidden('attributes_keys', 'Your role does not see this attribute, so it cannot filter by it.')
  if (search !== null && isContactFragment(search))
    return new ApiFailure({
      code: 'contact_fragment',
      message:
        'This is a part of an email or a phone. Your role finds these by the whole value, in the parameters email and phone_number.',
      field: 'search',
    })
  if (by_word !== null)
    return new ApiFailure({
      code: 'invalid_query',
      message: 'The parameter by_word is part of the cursor for your role.',
      field: 'by_word',
    })
  return null
}

const exactParameters = ['email', 'phone_number', 'token_value'] as const

const hourMs = 3_600_000
/** As many values as a few hundred people may look for in an hour. */
const maxRemembered = 10_000

/** When each person has last looked for each value, so that a page, its total and a reload count once. */
const remembered = () => processSingleton('exact searches', () => new Map<string, number>())

/** Counts a search for a whole value, and returns why it is refused, or null. */
async function countExactSearch(email: string, value: string): Promise<ApiFailure | null> {
  const key = `${email} ${value}`
  const at = remembered().get(key)
  if (at !== undefined && at > Date.now() - hourMs) return null
  try {
    await countAgainst('exactSearchesPerHour', email)
  } catch (thrown) {
    if (!(thrown instanceof ApiFailure && thrown.error.code === 'rate_limited')) throw thrown
    const { retry_after_seconds } = thrown.error
    const message = 'You have looked for as many whole emails, phones and tokens as your role may in an hour.'
    return new ApiFailure({ code: 'exact_search_limit', message, retry_after_seconds })
  }
  const [oldest] = remembered().keys()
  if (oldest !== undefined && remembered().size >= maxRemembered) remembered().delete(oldest)
  remembered().delete(key)
  remembered().set(key, Date.now())
  return null
}

/**
 * Checks a query of a person who sees masked customers, and counts each whole email, phone and token in it. A refusal is
 * audited before it is thrown: `forbidden`, `contact_fragment`, `invalid_query` or `exact_search_limit`.
 */
export async function requireMaskedQuery(access: AccountAccess, query: Query): Promise<void> {
  const mask = await getMask(access)
  if (!mask.isMasked) return
  const keys = configuredKeys()
  const { viewer, account } = access
  const refuse = async (refused: ApiFailure) => {
    const { code, field } = refused.error
    const note = `${refusalNote(viewer.role, 'contact:read')}: ${code}${field ? ` ${field}` : ''}`
    await appendAuditEvent(access, { kind: 'refused', filters: toAuditFilters(keys, account.id, query), note })
    throw refused
  }
  const refused = refusal(query, mask.isAttributeShown)
  if (refused) await refuse(refused)
  for (const name of exactParameters) {
    const value = query[name] ?? null
    if (value === null) continue
    const tooMany = await countExactSearch(viewer.email, valueHash(keys, account.id, name, value))
    if (tooMany) await refuse(tooMany)
  }
}
