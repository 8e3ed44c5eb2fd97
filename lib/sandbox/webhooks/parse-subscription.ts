import { badParameter } from '../http/api-error'
import { parseJsonObject } from '../http/json-body'
import { accounts } from '../seed/seed'

/** An address that wants to know what changes in an account, and the secret by which it knows who tells. */
export type Subscription = { account: string; url: string; secret: string; retry_ms: number }

const names = new Set(['account', 'url', 'secret', 'retry_ms'])
/** The time before the second try; it doubles before each further one. */
const usualRetryMs = 1_000

/** Parses a subscription. Throws a 400 that names the wrong field. The sandbox calls this machine alone. */
export function parseSubscription(body: string): Subscription {
  const given = parseJsonObject(body)
  for (const name of Object.keys(given))
    if (!names.has(name)) throw badParameter(name.slice(0, 100), 'is no field of a subscription')
  const { account = accounts.test, url, secret, retry_ms = usualRetryMs } = given
  if (!Object.values<unknown>(accounts).includes(account)) throw badParameter('account', 'is no account of the sandbox')
  if (typeof url !== 'string' || !isLoopback(url)) throw badParameter('url', 'must be an http address of this machine')
  if (typeof secret !== 'string' || secret === '') throw badParameter('secret', 'must be text')
  if (!Number.isInteger(retry_ms) || Number(retry_ms) < 0 || Number(retry_ms) > 60_000)
    throw badParameter('retry_ms', 'must be a whole number from 0 to 60000')
  return { account: String(account), url, secret, retry_ms: Number(retry_ms) }
}

function isLoopback(url: string): boolean {
  if (!URL.canParse(url)) return false
  const { protocol, hostname } = new URL(url)
  return protocol === 'http:' && /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(hostname)
}
