import fc from 'fast-check'
import { expect, it } from 'vitest'
import { valueWord } from '@/lib/customers/format/value-word'
import { en } from '@/lib/messages/en'
import { nb } from '@/lib/messages/nb'

it.each([
  ['status', 'active', 'Active', 'Aktiv'],
  ['status', ' BLOCKED ', 'Blocked', 'Sperret'],
  ['gender', 'female', 'Female', 'Kvinne'],
  ['enrolled_by', 'qr_code', 'QR code', 'QR-kode'],
  ['status', 'Gullkunde', 'Gullkunde', 'Gullkunde'],
  ['gender', undefined, undefined, undefined],
] as const)('says %s %j as %j and %j', (property, value, english, norwegian) => {
  expect([valueWord(property, value, en), valueWord(property, value, nb)]).toEqual([english, norwegian])
})

it('leaves any other text as it came', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.constantFrom('__proto__', 'constructor', 'toString')), (text) => {
      fc.pre(!Object.hasOwn(en.values.status, text.trim().toLowerCase()))
      expect(valueWord('status', text, en)).toBe(text)
    }),
  )
})
