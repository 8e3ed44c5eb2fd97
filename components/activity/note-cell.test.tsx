import { cleanup } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { NoteText } from '@/components/activity/note-cell'
import { renderWithIntl } from '@/components/ui/testing/intl-for-tests'
import type { AuditEvent } from '@/lib/audit/audit-event'

afterEach(cleanup)

const none: AuditEvent['facts'] = { outcome: null, times: null, minute: null, site: null, ended: null, unusual: null }
const probing = { outcome: 'not_found', times: 40, minute: '2026-03-01T09:00:00.000Z' } as const

it.each([
  ['en', null, none, ''],
  ['en', 'on the phone', none, 'on the phone'],
  ['en', null, { ...none, site: 'cross-site' }, 'opened from another site'],
  ['nb', null, { ...none, site: 'cross-site' }, 'åpnet fra et annet nettsted'],
  ['en', null, { ...none, site: 'same-origin' }, ''],
  ['nb', null, { ...none, site: 'none' }, 'åpnet direkte'],
  ['en', null, { ...none, ...probing }, 'no customer has this ID, 40 times within a minute, from 09:00:00'],
  ['nb', null, { ...none, ...probing }, 'ingen kunde har denne id-en, 40 ganger på ett minutt, fra 09:00:00'],
  ['en', null, { ...none, ended: 'elsewhere' }, 'from another session'],
  ['nb', null, { ...none, ended: 'limit' }, 'erstattet av en nyere innlogging'],
  ['en', null, { ...none, ended: 'command' }, 'by sessions:end on the server'],
  ['en', 'a', { ...none, unusual: { measure: 'records', count: 214 } }, 'unusual: 214 customers opened in an hour a'],
  ['nb', null, { ...none, unusual: { measure: 'records', count: 214 } }, 'uvanlig: 214 kunder åpnet på en time'],
] as const)('in %s, the note %j with the facts %j reads %j', (locale, note, facts, text) => {
  const { container } = renderWithIntl(<NoteText kind="open" note={note} facts={facts} />, { locale })
  expect(container.textContent?.trim()).toBe(text)
})
