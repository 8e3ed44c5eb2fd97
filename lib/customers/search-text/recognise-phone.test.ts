import { describe, expect, it } from 'vitest'
import { otherReadingsOfPhone, recognisePartOfPhone, recognisePhone } from '@/lib/customers/search-text/recognise-phone'

const countries = ['NO', 'SE', 'DK', 'FI']

it.each([
  ['+47 (0) 49 55 10 20', '+4749551020'],
  ['0047 (0)49 55 10 20', '+4749551020'],
  ['49 55 10 20 ext. 12', '+4749551020'],
  ['+4749551020;ext=12', '+4749551020'],
  ['49551020x12', '+4749551020'],
  ['49 55 10 20, linje 3', '+4749551020'],
  ['49 55 10 20 (mobil)', '+4749551020'],
  ['49 55 10 20 (mob.), kl. 08.00-16.00', '+4749551020'],
  ['070-174 06 05', '+46701740605'],
  ['(070) 174 06 05', '+46701740605'],
  ['040 123 4567', '+46401234567'],
  ['20 12 34 56', '+4720123456'],
  // Digits alone may be an id, and nine of them an organization number.
  ['0701740605', null],
  ['987 654 321', null],
  ['49 55 10 20 / 42 14 03 18', null],
])('%s is %s', (text, number) => {
  expect(recognisePhone(text, countries)).toBe(number)
})

it('reads no number of a neighbour without neighbours', () => {
  expect(recognisePhone('070-174 06 05', ['NO'])).toBeNull()
})

it.each([
  ['4214 03', '+47421403'],
  ['421 4', '+474214'],
  ['+47 421', '+47421'],
  ['00 47 421', '+47421'],
  ['421403', null],
  ['kunde 12 34', null],
])('%s begins as %s', (text, part) => {
  expect(recognisePartOfPhone(text, countries)).toBe(part)
})

describe('a number that nobody has may be', () => {
  it.each([
    ['+4720123456', ['+4520123456']],
    ['0701740605', ['+46701740605', '+358701740605']],
    ['42140318', ['+4742140318', '+4542140318']],
    ['+46401234567', ['+358401234567']],
    ['+46701740605', ['+358701740605']],
    ['+442079460018', []],
    ['214907', []],
  ])('%s: %j', (text, numbers) => {
    expect(otherReadingsOfPhone(text, countries)).toEqual(numbers)
  })
})
