import 'server-only'
import { bigint, boolean, integer, jsonb, pgTable, smallint, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { AuditFilter } from '@/lib/audit/audit-event'
import type { AuditEventKind } from '@/lib/audit/event-kinds'

/** The tables, as `migrations/` makes them. Times are instants; nothing here holds a customer's data, only ids. */

const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: 'date' })

/** One row a sign-in: it, and not the cookie, decides when it ends. */
export const sessions = pgTable('sessions', {
  id: uuid('id').primaryKey(),
  email: text('email').notNull(),
  created_at: instant('created_at').notNull(),
  seen_at: instant('seen_at').notNull(),
  ended_at: instant('ended_at'),
})

/** The record of reads: append-only (a trigger refuses all else), each row chained to the one before it. */
export const auditEvents = pgTable('activity', {
  id: bigint('id', { mode: 'number' }).primaryKey(),
  at: instant('at').notNull(),
  actor_email: text('actor_email').notNull(),
  actor_name: text('actor_name').notNull(),
  actor_role: text('actor_role'),
  kind: text('kind').$type<AuditEventKind>().notNull(),
  account: text('account'),
  customers: text('customers').array().notNull(),
  filters: jsonb('filters').$type<AuditFilter[]>().notNull(),
  rows: integer('rows'),
  note: text('note'),
  request_id: text('request_id').notNull(),
  key_id: text('key_id').notNull(),
  hash: text('hash').notNull(),
})

/** Where the chain begins (after what was pruned) and where it ends: one row each. The end is locked to append. */
export const auditChainEnds = pgTable('activity_chain', {
  end: text('end').$type<'first' | 'last'>().primaryKey(),
  id: bigint('id', { mode: 'number' }).notNull(),
  at: instant('at').notNull(),
  hash: text('hash').notNull(),
})

/** What `audit:verify` found last, for the screen. */
export const auditChecks = pgTable('activity_checks', {
  one: smallint('one').primaryKey(),
  at: instant('at').notNull(),
  unbroken: boolean('unbroken').notNull(),
})

/** Fields shown for a while to somebody who sees them masked. */
export const reveals = pgTable('reveals', {
  id: uuid('id').primaryKey(),
  session_id: uuid('session_id').notNull(),
  account: text('account').notNull(),
  customer_id: text('customer_id').notNull(),
  field: text('field').notNull(),
  until: instant('until').notNull(),
})
