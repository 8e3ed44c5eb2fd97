'use client'

import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react'
import { type ChosenPreferences, type Preferences, storePreference, withChosen } from '@/lib/preferences'

type Choices = Partial<Record<keyof ChosenPreferences, number>>

type PreferencesContext = {
  preferences: Preferences
  /**
   * Shows the change at once and saves it. Where it cannot be saved, all is as before and `unsaved` holds it, unless the change
   * is nothing that the person has done themselves.
   */
  choose: (change: ChosenPreferences, isByItself?: boolean) => Promise<void>
  unsaved: ChosenPreferences | null
  /** How often each preference was chosen on this page: a choice replaces what a view shows. */
  choices: Choices
}

const Context = createContext<PreferencesContext | null>(null)

type PreferencesProviderProps = {
  /** As the server has read them for this page. */
  preferences: Preferences
  /** Saves a change for every machine of the person; rejects where that fails. */
  save: (change: ChosenPreferences) => Promise<void>
  /** Calls back with what another tab has saved, until the returned function is called. */
  subscribe: (onSaved: (change: ChosenPreferences) => void) => () => void
  children: ReactNode
}

/** Those that pages follow while nobody is signed in, such as the next sign-in. */
const inBrowser = ['theme', 'locale', 'density', 'shortcuts'] as const

function storeInBrowser(change: ChosenPreferences) {
  for (const name of inBrowser) if (change[name]) storePreference(name, change[name])
}

/** The values in place of which a change stands; columns that nobody had laid out stand as the product brings them. */
function valuesBefore(change: ChosenPreferences, preferences: Preferences): ChosenPreferences {
  const before = Object.fromEntries(Object.entries(preferences).filter(([name]) => name in change))
  const asBrought = Object.keys(change.columns ?? {}).map((accountId) => [accountId, {}])
  return { ...before, ...(change.columns && { columns: { ...Object.fromEntries(asBrought), ...preferences.columns } }) }
}

/** Provides what the person has chosen, and what they choose while the page is open. */
export function PreferencesProvider({ preferences: served, save, subscribe, children }: PreferencesProviderProps) {
  const [chosen, setChosen] = useState<{ served: Preferences; change: ChosenPreferences }>({ served, change: {} })
  const [unsaved, setUnsaved] = useState<ChosenPreferences | null>(null)
  const [choices, setChoices] = useState<Choices>({})
  // A page that the server has rendered anew holds the choices of this tab, and those of others.
  const preferences = useMemo(
    () => (chosen.served === served ? withChosen(served, chosen.change) : served),
    [chosen, served],
  )
  const show = useCallback(
    (next: ChosenPreferences) => {
      storeInBrowser(next)
      setChosen((current) => ({ served, change: withChosen(current.served === served ? current.change : {}, next) }))
    },
    [served],
  )
  useEffect(() => subscribe(show), [subscribe, show])
  const latest = useRef<ChosenPreferences>(null)
  const { theme } = preferences
  useEffect(() => {
    if (theme === 'system') delete document.documentElement.dataset.theme
    else document.documentElement.dataset.theme = theme
  }, [theme])

  const value = useMemo(() => {
    const choose = async (change: ChosenPreferences, isByItself = false) => {
      latest.current = change
      setUnsaved(null)
      const names = Object.keys(change) as (keyof ChosenPreferences)[]
      setChoices((now) => ({ ...now, ...Object.fromEntries(names.map((name) => [name, (now[name] ?? 0) + 1])) }))
      show(change)
      try {
        await save(change)
        // Another tab may have saved before this one: what was saved last is shown by both.
        if (latest.current === change) show(change)
      } catch {
        show(valuesBefore(change, preferences))
        if (!isByItself) setUnsaved(change)
      }
    }
    return { preferences, choose, unsaved, choices }
  }, [preferences, show, save, unsaved, choices])
  return <Context value={value}>{children}</Context>
}

type ShownPreferencesProps = {
  shown: ChosenPreferences
  /** Takes out of a change what is of this place alone; returns the rest, which is chosen. */
  keep: (change: ChosenPreferences) => ChosenPreferences
  children: ReactNode
}

/** Shows its children with other preferences than the chosen ones, as a view does. */
export function ShownPreferences({ shown, keep, children }: ShownPreferencesProps) {
  const context = usePreferences()
  const value = useMemo(() => {
    const choose: PreferencesContext['choose'] = async (change, isByItself) => {
      const rest = keep(change)
      if (Object.keys(rest).length > 0) await context.choose(rest, isByItself)
    }
    return { ...context, choose, preferences: withChosen(context.preferences, shown) }
  }, [context, shown, keep])
  return <Context value={value}>{children}</Context>
}

/** What the person has chosen, and how to choose something else. */
export function usePreferences(): PreferencesContext {
  const context = useContext(Context)
  if (!context) throw new Error('usePreferences needs a PreferencesProvider above it')
  return context
}
