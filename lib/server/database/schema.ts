import 'server-only'
import {
  bigint,
  boolean,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core'
import type { AuditFilter } from '@/lib/audit/audit-event'
import type { AuditEventKind } from '@/lib/audit/event-kinds'
import type { ChangeEvent, ConsentChange } from '@/lib/customers/changes/change'
import type { ExportFormat, ExportProblem, ExportState } from '@/lib/exports'

/** The tables that `migrations/` creates. Of customers they hold ids, and consent where it was reported; exports are encrypted. */

const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: 'date' })

/** One row per sign-in. The row decides who it is, what they may do and when the session ends, and not the cookie. */
export const sessions = pgTable('sessions', {
  id: uuid('id').primaryKey(),
  email: text('email').notNull(),
  created_at: instant('created_at').notNull(),
  seen_at: instant('seen_at').notNull(),
  ended_at: instant('ended_at'),
  name: text('name').notNull(),
  role: text('role'),
  accounts: text('accounts').array().notNull(),
  /** What the provider gave at sign-in to read claims again by, encrypted; null where it gave nothing. */
  refresh_token: text('refresh_token'),
  claims_read_at: instant('claims_read_at'),
  /** Which browser and which system it began in, by name; null where they are not known. */
  browser: text('browser'),
  system: text('system'),
})

/** The audit log. It is append-only, which a trigger enforces, and each row is chained to the one before it by a hash. */
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

/** The last result of `npm run audit:verify`, for the activity screen. */
export const auditChecks = pgTable('activity_checks', {
  one: smallint('one').primaryKey(),
  at: instant('at').notNull(),
  unbroken: boolean('unbroken').notNull(),
  /** The checkpoint that was signed then; null where the chain was broken. */
  checkpoint: integer('checkpoint'),
})

/** What a person has chosen for themselves, on every machine. */
export const preferences = pgTable('preferences', {
  email: text('email').primaryKey(),
  /** As `lib/preference-change.ts` describes it; damaged values and those of an older version are left out when it is read. */
  chosen: jsonb('chosen').$type<unknown>().notNull(),
  changed_at: instant('changed_at').notNull(),
})

/** Searches that people keep under a name, for themselves or for everybody in the account. */
export const views = pgTable('views', {
  id: uuid('id').primaryKey(),
  account: text('account').notNull(),
  owner_email: text('owner_email').notNull(),
  owner_name: text('owner_name').notNull(),
  name: text('name').notNull(),
  /** The filters as the address has them. What is not understood any more is left out when it is read. */
  query: text('query').notNull(),
  columns: jsonb('columns').$type<unknown>(),
  density: text('density'),
  shared: boolean('shared').notNull(),
  version: integer('version').notNull(),
  created_at: instant('created_at').notNull(),
  changed_at: instant('changed_at').notNull(),
})

/** The view with which the list of an account begins for a person. */
export const defaultViews = pgTable(
  'default_views',
  {
    email: text('email').notNull(),
    account: text('account').notNull(),
    view: text('view').notNull(),
  },
  ({ email, account }) => [primaryKey({ columns: [email, account] })],
)

/** Fields that are shown for a while to a person who otherwise sees them masked. */
export const reveals = pgTable('reveals', {
  id: uuid('id').primaryKey(),
  session_id: uuid('session_id').notNull(),
  account: text('account').notNull(),
  customer_id: text('customer_id').notNull(),
  field: text('field').notNull(),
  until: instant('until').notNull(),
})

/** Exports of customers, until they are downloaded or a day old: `lib/server/customers/export`. */
export const customerExports = pgTable('exports', {
  id: uuid('id').primaryKey(),
  account: text('account').notNull(),
  email: text('email').notNull(),
  /** The role in which it was begun: it goes on, and is downloaded, in no other. */
  role: text('role').notNull(),
  state: text('state').$type<ExportState>().notNull(),
  problem: text('problem').$type<ExportProblem>(),
  format: text('format').$type<ExportFormat>().notNull(),
  /** A keyed hash of what is exported, by which the same export is found. */
  fingerprint: text('fingerprint').notNull(),
  /** Query and columns, encrypted. */
  request: text('request').notNull(),
  /** Where the next page begins, encrypted; null at the beginning. */
  place: text('place'),
  /** How many customers the list had, as its screen said; null where it did not say. */
  total: integer('total'),
  pages: integer('pages').notNull(),
  rows: integer('rows').notNull(),
  /** How often the next page has failed. */
  failures: integer('failures').notNull(),
  /** Who fetches the next page, and until when another may not. */
  lease: uuid('lease'),
  lease_until: instant('lease_until'),
  due_at: instant('due_at').notNull(),
  created_at: instant('created_at').notNull(),
  expires_at: instant('expires_at').notNull(),
})

/** What Dintero has reported of customers by webhook: `lib/server/webhooks`. Names of properties, and no value but consent. */
export const customerChanges = pgTable('customer_changes', {
  id: bigint('id', { mode: 'number' }).primaryKey(),
  account: text('account').notNull(),
  customer_id: text('customer_id').notNull(),
  event: text('event').$type<ChangeEvent>().notNull(),
  at: instant('at').notNull(),
  received_at: instant('received_at').notNull(),
  properties: text('properties').array(),
  consent: jsonb('consent').$type<ConsentChange[]>().notNull(),
})

/** The rows of an export: the ids of the customers of each page, and its cells, encrypted. */
export const exportPages = pgTable(
  'export_pages',
  {
    export_id: uuid('export_id').notNull(),
    page: integer('page').notNull(),
    customers: text('customers').array().notNull(),
    cells: text('cells').notNull(),
  },
  (table) => [primaryKey({ columns: [table.export_id, table.page] })],
)
