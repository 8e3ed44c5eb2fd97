import { expect, it } from 'vitest'
import { isContactFragment } from '@/lib/customers/search-text/contact-fragment'

it.each(['kari@', '@example.no', 'kari@example', '+', '+47', '+47 912', '912 40', '(0047) 91', ' +479124 '])(
  'takes %j for a part of an email or a phone',
  (text) => expect(isContactFragment(text)).toBe(true),
)

it.each(['kari', 'Kari Nord', 'K-10023', '912', '47912', '10-200', '7-Eleven', '7 Fjell AS', 'a+b', ''])(
  'takes %j for a name or an id, which it can be',
  (text) => expect(isContactFragment(text)).toBe(false),
)
