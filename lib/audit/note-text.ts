import type { AuditEvent } from '@/lib/audit/audit-event'
import { fill, type Messages, plural } from '@/lib/messages/messages'

/** How a refusal is stored: the role, the permission that it lacks, and why a masked query was refused. */
const refusal = /^role (\S+) lacks (\S+?)(?:: (\w+)(?: (\S+))?)?$/

const wordOf = (words: Record<string, string>, key: string | undefined) =>
  key !== undefined && Object.hasOwn(words, key) ? words[key] : undefined

/**
 * The note of an event in the words of the language. A reason that a person wrote, and a note of a form that is not
 * known, is returned unchanged; only the events whose notes the server writes are looked at.
 */
export function noteText(
  { kind, note }: Pick<AuditEvent, 'kind' | 'note'>,
  t: Messages,
  locale: string,
): string | null {
  if (note === null) return null
  if (kind === 'export') {
    const rows = /^CSV, (\d+) rows$/.exec(note)?.[1]
    return rows === undefined ? note : plural(t.activity.csvRows, Number(rows), locale)
  }
  if (kind === 'view') return wordOf(t.activity.viewNotes, note) ?? note
  if (kind === 'identity') return wordOf(t.activity.identityNotes, note) ?? note
  if (kind !== 'refused') return note
  if (note === 'sign-in') return t.activity.failedSignIn
  const [, role, permission, code, field = ''] = refusal.exec(note) ?? []
  const lacks = wordOf(t.activity.lacks, permission)
  if (role === undefined || lacks === undefined) return note
  const name = role === 'none' ? t.shell.noRole : (wordOf(t.shell.roles, role) ?? role)
  const why = wordOf(t.activity.refusals, code)
  return fill(lacks, { role: name }) + (why === undefined ? '' : `, ${fill(why, { field })}`)
}
