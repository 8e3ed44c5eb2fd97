import { expect, it } from 'vitest'
import { roles } from '@/lib/access'
import { noteText } from '@/lib/audit/note-text'
import { en } from '@/lib/messages/en'
import { nb } from '@/lib/messages/nb'
import { refusalNote } from '@/lib/server/audit/refusal-note'

it.each([
  [
    'refused',
    'role auditor lacks customers:read',
    'Auditor: no access to customers',
    'Revisor: ikke tilgang til kunder',
  ],
  [
    'refused',
    'role none lacks activity:read',
    'No role: no access to activity',
    'Ingen rolle: ikke tilgang til aktivitet',
  ],
  [
    'refused',
    'role viewer lacks contact:read: contact_fragment search',
    'Viewer: no access to contact data, part of an email or phone number (search)',
    'Leser: ikke tilgang til kontaktinfo, del av e-post eller telefonnummer (search)',
  ],
  [
    'refused',
    'role viewer lacks contact:read: exact_search_limit',
    'Viewer: no access to contact data, too many exact searches',
    'Leser: ikke tilgang til kontaktinfo, for mange eksakte søk',
  ],
  ['refused', 'sign-in', 'failed sign-in', 'mislykket innlogging'],
  ['refused', 'role gone lacks customers:write', 'role gone lacks customers:write', 'role gone lacks customers:write'],
  ['export', 'CSV, 25000 rows', 'CSV, 25,000 rows', 'CSV, 25 000 rader'],
  [
    'reveal',
    'role auditor lacks customers:read',
    'role auditor lacks customers:read',
    'role auditor lacks customers:read',
  ],
  ['identity', 'birth date', 'birth date', 'fødselsdato'],
  ['identity', 'birth date differs', 'birth date didn’t match', 'fødselsdatoen stemte ikke'],
  ['open', null, null, null],
] as const)('of %s, the note %j reads %j and %j', (kind, note, english, norwegian) => {
  const read = [noteText({ kind, note }, en, 'en'), noteText({ kind, note }, nb, 'nb')]
  expect(read.map((text) => text?.replace(/\s/g, ' ') ?? null)).toEqual([english, norwegian])
})

it('knows every refusal that the server writes', () => {
  for (const role of [...roles, null])
    for (const permission of Object.keys(en.activity.lacks)) {
      const note = refusalNote(role, permission)
      expect(noteText({ kind: 'refused', note }, en, 'en')).not.toBe(note)
    }
})
