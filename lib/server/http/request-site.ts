import 'server-only'
import { z } from 'zod'
import { type Site, sites } from '@/lib/audit/sites'

const siteSchema = z.enum(sites).nullable().catch(null)

/** The site that caused a request. Null where the browser does not say so, or says something else. */
export function requestSite(headers: Pick<Headers, 'get'>): Site | null {
  return siteSchema.parse(headers.get('sec-fetch-site'))
}
