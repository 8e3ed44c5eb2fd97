import { attributeForTests } from '@/lib/customers/attribute-for-tests'
import { createVocabulary } from '@/lib/customers/search-text/create-vocabulary'

export const tagIds = {
  VIP: '11111111-1111-4111-8111-111111111111',
  Medlem: '22222222-2222-4222-8222-222222222222',
  Bedriftsavtale: '33333333-3333-4333-8333-333333333333',
}

/** An account with a tag of two words and two tags with the same name; it is afternoon in Oslo. */
export const vocabulary = createVocabulary({
  locale: 'en',
  tags: [
    { id: tagIds.VIP, tag: 'VIP' },
    { id: tagIds.Medlem, tag: 'Medlem' },
    { id: tagIds.Bedriftsavtale, tag: 'Stor avtale' },
    { id: '00000000-0000-4000-8000-000000000001', tag: 'Dobbel' },
    { id: '00000000-0000-4000-8000-000000000002', tag: 'Dobbel' },
  ],
  attributes: [
    attributeForTests('club'),
    attributeForTests('newsletter', { type: 'boolean' }),
    attributeForTests('points', { type: 'integer' }),
    attributeForTests('my phone', { type: 'phonenumber' }),
    attributeForTests('born', { type: 'date' }),
  ],
  phoneCountries: ['NO', 'SE', 'DK', 'FI'],
  zone: 'Europe/Oslo',
  now: new Date('2026-11-20T15:30:45Z'),
})
