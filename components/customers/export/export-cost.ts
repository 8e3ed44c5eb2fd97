import { maxLimit } from '@/lib/customers/filters/customer-query'
import { maxExportRows } from '@/lib/exports'
import { type Messages, plural } from '@/lib/messages/messages'

/** The calls that are made at once, before the pace of the account counts. */
const callsAtOnce = 10

/** How many calls to Dintero an export of so many customers makes. */
export const callsFor = (customers: number): number =>
  Math.max(1, Math.ceil(Math.min(customers, maxExportRows) / maxLimit))

/** How long the calls take that are left: `a few seconds`, `about 4 minutes`. */
export function durationText(
  { all, made, perMinute }: { all: number; made: number; perMinute: number },
  { t, locale }: { t: Messages; locale: string },
): string {
  const paced = all - Math.max(callsAtOnce, made)
  const minutes = Math.round(paced / perMinute)
  return minutes < 1 ? t.exports.seconds : plural(t.exports.minutes, minutes, locale)
}
