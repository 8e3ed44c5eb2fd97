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

/** Keeps one preference for a year, for the server's next HTML. In the browser alone. */
export function storePreference(name: keyof Preferences, value: string): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser that staff use
  document.cookie = preferenceCookie(name, value)
}

/** The `document.cookie` line that keeps one preference for a year. */
export function preferenceCookie(name: keyof Preferences, value: string): string {
  return `${name}=${encodeURIComponent(value)}; Path=/; Max-Age=31536000; SameSite=Lax`
}
