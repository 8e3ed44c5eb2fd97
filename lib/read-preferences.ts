import {
  browserZone,
  densities,
  type Locale,
  locales,
  type Preferences,
  shortcutChoices,
  themes,
} from '@/lib/preferences'
import { isTimeZone } from '@/lib/time'

/** Reads the preferences of a request. Only the server needs this, so it is not in `preferences.ts`, which the browser loads. */

const oneOf = <T extends string>(values: readonly T[], value: string | undefined): T | undefined =>
  values.find((candidate) => candidate === value)

/** The best of our languages for an `Accept-Language` header (RFC 9110, section 12.5.4); Norwegian of any kind is `nb`. */
export function localeOf(acceptLanguage: string | null): Locale {
  const ranked = (acceptLanguage ?? '')
    .split(',')
    .map((part, index) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';')
      const quality = Number(
        parameters
          .find((p) => p.trim().startsWith('q='))
          ?.trim()
          .slice(2) ?? 1,
      )
      return { tag, quality: Number.isFinite(quality) ? quality : 0, index }
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality || a.index - b.index)
  for (const { tag } of ranked) {
    if (/^(nb|no|nn)\b/.test(tag)) return 'nb'
    if (/^en\b/.test(tag)) return 'en'
  }
  return 'en'
}

/** Reads the preferences from cookies; a missing or wrong one falls back to the browser's language or a default. */
export function readPreferences(
  cookie: (name: keyof Preferences) => string | undefined,
  acceptLanguage: string | null,
): Preferences {
  const zone = cookie('zone')
  return {
    theme: oneOf(themes, cookie('theme')) ?? 'system',
    locale: oneOf(locales, cookie('locale')) ?? localeOf(acceptLanguage),
    zone: zone !== undefined && isTimeZone(zone) ? zone : 'UTC',
    timeZone: browserZone,
    density: oneOf(densities, cookie('density')) ?? 'compact',
    shortcuts: oneOf(shortcutChoices, cookie('shortcuts')) ?? 'on',
    searchHint: 'on',
    callTab: 'new',
  }
}
