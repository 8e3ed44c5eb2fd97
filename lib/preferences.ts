import { encodeSegment } from '@/lib/encode-segment'

/**
 * The preferences of a person: theme, language, time zone, density and shortcuts. The first HTML already follows them: the server keeps
 * what a person has chosen, and a cookie holds it for pages without a session. They hold nothing personal.
 */
export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

export const locales = ['en', 'nb'] as const
export type Locale = (typeof locales)[number]

export const densities = ['compact', 'regular', 'roomy'] as const
export type Density = (typeof densities)[number]

/** Whether a single character is a shortcut; a key with Ctrl, ⌘ or Alt, an arrow, Enter and Escape always are. */
export const shortcutChoices = ['on', 'off'] as const
export type ShortcutChoice = (typeof shortcutChoices)[number]

export type Preferences = { theme: Theme; locale: Locale; zone: string; density: Density; shortcuts: ShortcutChoice }

/** What a person chooses; the time zone is that of the browser. */
export type ChosenPreferences = Partial<Omit<Preferences, 'zone'>>

/** Stores one preference for a year, for the next HTML of the server. For the browser only. */
export function storePreference(name: keyof Preferences, value: string): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser that staff use
  document.cookie = preferenceCookie(name, value)
}

/** The cookie that stores one preference for a year. */
export function preferenceCookie(name: keyof Preferences, value: string): string {
  return `${name}=${encodeSegment(value)}; Path=/; Max-Age=31536000; SameSite=Lax`
}
