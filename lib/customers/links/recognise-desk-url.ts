import { withoutInvisible } from '@/lib/customers/search-text/clean/invisible'

/** What an address of this product points to. */
export type DeskUrl = {
  /** The path with its query, to go to. */
  href: string
  account: string
  /** The `customer_id` of the record that it opens; null for a list. */
  record: string | null
}

const pagePath = /^\/([PT]\d{8})\/(?:activity|find|customers(?:\/([^/]+))?)$/

/**
 * Recognises an address of a page of this product, which has the given origin. Any other text is null: another host, a
 * path that is no page of an account, a text around the address.
 */
export function recogniseDeskUrl(text: string, origin: string): DeskUrl | null {
  const bare = withoutInvisible(text).trim()
  if (!/^https?:\/\/\S+$/i.test(bare) || !URL.canParse(bare)) return null
  const url = new URL(bare)
  const [, account, segment] = pagePath.exec(url.pathname) ?? []
  if (url.origin !== origin || url.username !== '' || url.password !== '' || account === undefined) return null
  try {
    const record = segment === undefined ? url.searchParams.get('record') : decodeURIComponent(segment)
    return { href: url.pathname + url.search, account, record }
  } catch {
    // A malformed escape names no customer.
    return null
  }
}
