/**
 * What a person prefers, kept in cookies so that the first HTML is already right: theme, language, time zone and
 * density. Nothing personal is in them.
 */
export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

export const locales = ['en', 'nb'] as const
export type Locale = (typeof locales)[number]

export const densities = ['compact', 'regular', 'roomy'] as const
export type Density = (typeof densities)[number]

export type Preferences = { theme: Theme; locale: Locale; zone: string; density: Density }

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

/** Whether this machine knows the IANA zone `zone`. */
export function isTimeZone(zone: string | undefined): zone is string {
  if (!zone) return false
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return true
  } catch {
    return false
  }
}

/** Reads the preferences from cookie values; what is missing or wrong falls back to the browser's language or a default. */
export function readPreferences(
  cookie: (name: keyof Preferences) => string | undefined,
  acceptLanguage: string | null,
): Preferences {
  const zone = cookie('zone')
  return {
    theme: oneOf(themes, cookie('theme')) ?? 'system',
    locale: oneOf(locales, cookie('locale')) ?? localeOf(acceptLanguage),
    zone: isTimeZone(zone) ? zone : 'UTC',
    density: oneOf(densities, cookie('density')) ?? 'compact',
  }
}

/** Keeps one preference for a year, for the server's next HTML. In the browser alone. */
export function keepPreference(name: keyof Preferences, value: string): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser that staff use
  document.cookie = preferenceCookie(name, value)
}

/** The `document.cookie` line that keeps one preference for a year. */
export function preferenceCookie(name: keyof Preferences, value: string): string {
  return `${name}=${encodeURIComponent(value)}; Path=/; Max-Age=31536000; SameSite=Lax`
}
