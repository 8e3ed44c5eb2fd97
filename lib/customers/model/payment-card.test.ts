import { expect, it } from 'vitest'
import { isPaymentCardNumber } from '@/lib/customers/model/payment-card'

it.each([
  ['4242424242424242', true],
  ['4242 4242 4242 4242', true],
  ['4242-4242-4242-4242', true],
  ['5555555555554444', true],
  ['2223003122003222', true],
  ['2720990000000007', true],
  ['378282246310005', true],
  ['6011111111111117', true],
  ['6500000000000002', true],
  // The check digit is wrong, or the network is none of these.
  ['4242424242424241', false],
  ['2221000000000000', false],
  ['2721000000000004', false],
  ['3530111333300000', false],
  // Not whole, and what looks like one: a telephone with its plus, a card of a club.
  ['4417', false],
  ['+4915123456789', false],
  ['2400000000214907', false],
  ['', false],
])('%s: %s', (text, is) => {
  expect(isPaymentCardNumber(text)).toBe(is)
})
