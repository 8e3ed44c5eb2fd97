import { expect, it } from 'vitest'
import { findOperator } from '@/lib/customers/search-text/operators/operators'
import { nameIn } from '@/lib/customers/search-text/operators/words'
import { messagesFor } from '@/lib/messages/catalogue'
import { locales } from '@/lib/preferences'

it.each(locales)('the hint of the empty box names search filters as %s calls them', (locale) => {
  const named = messagesFor(locale).search.hint.filters.match(/\p{L}+(?=:)/gu) ?? []
  expect(named).toHaveLength(3)
  for (const name of named) expect(nameIn(locale, findOperator(name)?.name ?? '')).toBe(name)
})
