import { z } from 'zod/mini'
import { columnLayoutSchema, parseColumnLayouts } from '@/lib/customers/columns/column-layout'
import {
  browserZone,
  type ChosenPreferences,
  callTabs,
  densities,
  locales,
  searchHints,
  shortcutChoices,
  themes,
} from '@/lib/preferences'
import { isTimeZone } from '@/lib/time'

/** The longest name of a zone has 32 characters. */
const timeZoneSchema = z.string().check(
  z.maxLength(64),
  z.refine((zone) => zone === browserZone || isTimeZone(zone), 'The name of a time zone, or browser.'),
)

/** What a person may choose for themselves, as the API takes it and the database keeps it. */
export const chosenPreferencesSchema = z.strictObject({
  theme: z.optional(z.enum(themes)),
  locale: z.optional(z.enum(locales)),
  timeZone: z.optional(timeZoneSchema),
  density: z.optional(z.enum(densities)),
  shortcuts: z.optional(z.enum(shortcutChoices)),
  searchHint: z.optional(z.enum(searchHints)),
  callTab: z.optional(z.enum(callTabs)),
  columns: z.optional(z.record(z.string(), columnLayoutSchema)),
})

/** A change of one or more of them; the others stay. */
export const preferenceChangeSchema = chosenPreferencesSchema.check(
  z.refine((change) => Object.keys(change).length > 0),
)

/** The change is kept. */
export const preferencesChangedSchema = z.strictObject({})

/** The values of `chosen` that are understood; the others are left out, and what is no object holds none. */
export function parseChosenPreferences(chosen: unknown): ChosenPreferences {
  if (typeof chosen !== 'object' || chosen === null) return {}
  const fields = Object.entries(chosen).map(([name, value]) =>
    chosenPreferencesSchema.safeParse({ [name]: name === 'columns' ? parseColumnLayouts(value) : value }),
  )
  return Object.assign({}, ...fields.map(({ data }) => data ?? {}))
}
