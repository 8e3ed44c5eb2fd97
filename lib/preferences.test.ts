import { describe, expect, it } from 'vitest'
import { preferenceCookie } from '@/lib/preferences'
import { localeOf, readPreferences } from '@/lib/read-preferences'

describe('localeOf', () => {
  it.each([
    [null, 'en'],
    ['nb-NO,nb;q=0.9,en;q=0.5', 'nb'],
    ['no', 'nb'],
    ['nn-NO', 'nb'],
    ['en-GB,nb;q=0.9', 'en'],
    ['en;q=0.3, nb;q=0.8', 'nb'],
    ['de, fr;q=0.9', 'en'],
    ['nb;q=0', 'en'],
    [';;q=x,,', 'en'],
  ] as const)('%j is %s', (header, locale) => {
    expect(localeOf(header)).toBe(locale)
  })
})

describe('readPreferences', () => {
  it('accepts known values and falls back for the rest', () => {
    const cookies: Record<string, string> = {
      theme: 'dark',
      zone: 'Europe/Oslo',
      density: 'huge',
      shortcuts: 'off',
    }
    expect(readPreferences((name) => cookies[name], 'nb')).toEqual({
      theme: 'dark',
      locale: 'nb',
      zone: 'Europe/Oslo',
      timeZone: 'browser',
      density: 'compact',
      shortcuts: 'off',
      searchHint: 'on',
      callTab: 'new',
    })
  })

  it('refuses a zone that does not exist', () => {
    expect(readPreferences((name) => (name === 'zone' ? 'Mars/Base' : undefined), null).zone).toBe('UTC')
  })

  it('writes cookies that a cross-site request does not send', () => {
    expect(preferenceCookie('zone', 'Europe/Oslo')).toBe('zone=Europe%2FOslo; Path=/; Max-Age=31536000; SameSite=Lax')
  })
})
