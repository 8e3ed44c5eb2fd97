import type { ColumnLayouts } from '@/lib/customers/columns/column-layout'
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

/** Whether the empty search box still says what can be typed: until the person has searched once. */
export const searchHints = ['on', 'off'] as const
export type SearchHint = (typeof searchHints)[number]

/** Where a call is shown that a telephone opens: in the tab that it opens, or in one that is open already. */
export const callTabs = ['new', 'open'] as const
export type CallTab = (typeof callTabs)[number]

/** The time zone of whichever browser it is. Every other choice is the name of a zone (IANA), such as `Europe/Oslo`. */
export const browserZone = 'browser'

export type Preferences = {
  theme: Theme
  locale: Locale
  /** The time zone of this browser, as it has told it. */
  zone: string
  /** The zone in which times are shown, or `browser`. */
  timeZone: string
  density: Density
  shortcuts: ShortcutChoice
  searchHint: SearchHint
  callTab: CallTab
  /** The layouts of the customer list, by account, of those that the person has changed. */
  columns?: ColumnLayouts
}

/** A preference that a cookie holds too. */
type CookiePreference = Exclude<keyof Preferences, 'columns'>

/** The name of the zone in which times are shown. */
export const zoneOf = ({ zone, timeZone }: Pick<Preferences, 'zone' | 'timeZone'>): string =>
  timeZone === browserZone ? zone : timeZone

/** What a person chooses. */
export type ChosenPreferences = Partial<Omit<Preferences, 'zone'>>

/** The preferences after a change; the columns of other accounts stay. */
export const withChosen = <P extends ChosenPreferences>(preferences: P, change: ChosenPreferences): P => ({
  ...preferences,
  ...change,
  ...(change.columns && { columns: { ...preferences.columns, ...change.columns } }),
})

/** Stores one preference for a year, for the next HTML of the server. For the browser only. */
export function storePreference(name: CookiePreference, value: string): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser that staff use
  document.cookie = preferenceCookie(name, value)
}

/** The cookie that stores one preference for a year. */
export function preferenceCookie(name: CookiePreference, value: string): string {
  return `${name}=${encodeSegment(value)}; Path=/; Max-Age=31536000; SameSite=Lax`
}
