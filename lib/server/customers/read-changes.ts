import 'server-only'
import { and, desc, eq, lt, sql } from 'drizzle-orm'
import type { ChangesAnswer } from '@/lib/customers/changes/change'
import type { ChangesQuery } from '@/lib/customers/changes/changes-query'
import { storable } from '@/lib/server/audit/rows'
import { type AccountAccess, requirePermission } from '@/lib/server/auth/account-access'
import { sectionEvent, withAudit } from '@/lib/server/customers/with-audit'
import { fromDatabase } from '@/lib/server/database/available'
import { database } from '@/lib/server/database/open'
import { customerChanges } from '@/lib/server/database/schema'
import { env } from '@/lib/server/env'

const pageRows = 50

async function findChanges({ account }: AccountAccess, customerId: string, { before }: ChangesQuery) {
  const { id, event, at, properties, consent, received_at } = customerChanges
  const ofAccount = eq(customerChanges.account, account.id)
  const [rows, [first]] = await fromDatabase(
    Promise.all([
      // An id that PostgreSQL cannot store has no row.
      storable(customerId) === customerId
        ? database()
            .select({ id, event, at, properties, consent })
            .from(customerChanges)
            .where(
              and(ofAccount, eq(customerChanges.customer_id, customerId), before === null ? sql`true` : lt(id, before)),
            )
            .orderBy(desc(id))
            .limit(pageRows + 1)
        : [],
      database().select({ received_at }).from(customerChanges).where(ofAccount).orderBy(received_at).limit(1),
    ]),
  )
  return { rows, since: first?.received_at.toISOString() ?? null }
}

/** A page of what Dintero has reported of a customer, the latest first. Audited; throws `ApiFailure`. */
export async function readChanges(
  access: AccountAccess,
  customerId: string,
  query: ChangesQuery,
): Promise<ChangesAnswer> {
  requirePermission(access.viewer, 'customers:read')
  const { rows, since } = await withAudit(access, findChanges(access, customerId, query), () =>
    sectionEvent(customerId, 'timeline'),
  )
  const changes = rows.slice(0, pageRows).map(({ at, ...row }) => ({ ...row, at: at.toISOString() }))
  const last = changes.at(-1)
  return {
    changes,
    next: rows.length > pageRows && last ? { before: last.id } : null,
    is_on: env().webhooks.secrets.has(access.account.id),
    since,
  }
}
