import 'server-only'
import type { AuditFilter } from '@/lib/audit/audit-event'
import type { CustomerQuery } from '@/lib/customers/filters/customer-query'
import type { ExportFormat } from '@/lib/exports'
import { configuredKeys } from '@/lib/server/audit/append'
import { toAuditFilters } from '@/lib/server/audit/filters'
import type { AccountAccess } from '@/lib/server/auth/account-access'

/** What an audit event says of an export: its query, as that of a search, its columns, its format, and which part of it this is. */
export const exportFilters = (
  { account }: AccountAccess,
  query: CustomerQuery,
  { columns, format }: { columns: readonly string[]; format: ExportFormat },
  part: string,
): AuditFilter[] => [
  ...toAuditFilters(configuredKeys(), account.id, query),
  { name: 'columns', value: columns.join(',') },
  { name: 'format', value: format },
  { name: 'part', value: part },
]
