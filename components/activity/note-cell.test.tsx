import { cleanup, render } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { NoteText } from '@/components/activity/note-cell'
import { IntlProvider } from '@/components/ui/intl'
import type { AuditEvent } from '@/lib/audit/audit-event'
import { messagesFor } from '@/lib/messages/catalogue'

afterEach(cleanup)

const none: AuditEvent['facts'] = { outcome: null, times: null, minute: null, site: null, unusual: null }
const probing = { outcome: 'not_found', times: 40, minute: '2026-03-01T09:00:00.000Z' } as const

it.each([
  ['en', null, none, ''],
  ['en', 'on the phone', none, 'on the phone'],
  ['en', null, { ...none, site: 'cross-site' }, 'opened from another site'],
  ['nb', null, { ...none, site: 'cross-site' }, 'åpnet fra et annet nettsted'],
  ['en', null, { ...none, site: 'same-origin' }, ''],
  ['nb', null, { ...none, site: 'none' }, 'åpnet med adressen'],
  ['en', null, { ...none, ...probing }, 'nobody has this id, 40 times in the minute from 09:00:00'],
  ['nb', null, { ...none, ...probing }, 'ingen har denne id-en, 40 ganger i minuttet fra 09:00:00'],
  ['en', 'a', { ...none, unusual: { measure: 'records', count: 214 } }, 'unusual: 214 records in an hour a'],
  ['nb', null, { ...none, unusual: { measure: 'records', count: 214 } }, 'uvanlig: 214 kunder på en time'],
] as const)('in %s, the note %j with the facts %j reads %j', (locale, note, facts, text) => {
  const { container } = render(
    <IntlProvider
      messages={messagesFor(locale)}
      locale={locale}
      zone="UTC"
      nowIso="2026-03-01T10:00:00Z"
      onZone={() => {}}
    >
      <NoteText note={note} facts={facts} />
    </IntlProvider>,
  )
  expect(container.textContent?.trim()).toBe(text)
})
