import 'server-only'
import { hasPermission } from '@/lib/access'
import { columnLayoutSchema } from '@/lib/customers/columns/column-layout'
import type { View } from '@/lib/customers/views/view'
import { parseViewQuery, withoutContactValues } from '@/lib/customers/views/view-query'
import { densities } from '@/lib/preferences'
import type { Viewer } from '@/lib/server/auth/account-access'
import type { views } from '@/lib/server/database/schema'

/** A row of `views`. */
export type ViewRow = typeof views.$inferSelect

/**
 * A view for the person who asks. Whatever is damaged or not understood any more is left out, and so is what somebody else has
 * searched by and this person may not see; `left_out` names it.
 */
export function toView(row: ViewRow, { email, role }: Pick<Viewer, 'email' | 'role'>): View {
  const isOwn = row.owner_email === email
  const parsed = parseViewQuery(row.query)
  const { query, leftOut } = isOwn || hasPermission(role, 'contact:read') ? parsed : withoutContactValues(parsed)
  const columns = columnLayoutSchema.safeParse(row.columns)
  return {
    id: row.id,
    name: row.name,
    query,
    columns: columns.success ? columns.data : null,
    density: densities.find((one) => one === row.density) ?? null,
    owner: isOwn ? null : row.owner_name,
    shared: row.shared,
    version: row.version,
    changed_at: row.changed_at.toISOString(),
    left_out: [...leftOut, ...(columns.success || row.columns === null ? [] : ['columns'])],
  }
}
