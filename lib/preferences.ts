import { encodeSegment } from '@/lib/encode-segment'

/**
 * The preferences of a person, stored in cookies so that the first HTML already follows them: theme, language, time zone
 * and density. They hold nothing personal.
 */
export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

export const locales = ['en', 'nb'] as const
export type Locale = (typeof locales)[number]

export const densities = ['compact', 'regular', 'roomy'] as const
export type Density = (typeof densities)[number]

export type Preferences = { theme: Theme; locale: Locale; zone: string; density: Density }

/** Stores one preference for a year, for the next HTML of the server. For the browser only. */
export function storePreference(name: keyof Preferences, value: string): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser that staff use
  document.cookie = preferenceCookie(name, value)
}

/** The cookie that stores one preference for a year. */
export function preferenceCookie(name: keyof Preferences, value: string): string {
  return `${name}=${encodeSegment(value)}; Path=/; Max-Age=31536000; SameSite=Lax`
}
