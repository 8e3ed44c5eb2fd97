import { expect, it } from 'vitest'
import { identityHistory } from '@/lib/customers/model/identity-history'
import { people } from '@/lib/sandbox/seed/seed'

it('lists earlier ids, newest change first', () => {
  expect(identityHistory(people.idChanged)).toEqual([
    {
      from: 'S-OLD-7',
      to: 'S-00112',
      at: '2025-03-04T10:11:12.131Z',
      by: '7be04f1c-56a0-4c1e-9d2b-0f8a5e3c1d77',
    },
    {
      from: 'S-OLDER-3',
      to: 'S-OLD-7',
      at: '2021-01-01T00:00:00.000Z',
      by: '1c92f7e1-2897-4d46-bdcc-c127a914fb4e',
    },
  ])
})

it('uses the time of the key for an entry without one, and ignores entries that are no change', () => {
  const key = 'dintero_change_customer_id_1741083072131.9f'
  expect(identityHistory({ metadata: { [key]: { old: 'A', new: 7 } } })).toEqual([
    { from: 'A', to: undefined, at: '2025-03-04T10:11:12.131Z', by: undefined },
  ])
  for (const value of [null, 'A', { old: ' ' }, { new: 'B' }, [], 7])
    expect(identityHistory({ metadata: { [key]: value } })).toEqual([])
  expect(identityHistory({ metadata: { dintero_change_customer_id_x: { old: 'A' } } })).toEqual([])
  expect(identityHistory({})).toEqual([])
})
