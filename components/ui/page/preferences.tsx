'use client'

import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'
import { type ChosenPreferences, type Preferences, storePreference } from '@/lib/preferences'

type PreferencesContext = {
  preferences: Preferences
  /** Shows the change at once and saves it. Where it cannot be saved, all is as before and `unsaved` holds it. */
  choose: (change: ChosenPreferences) => Promise<void>
  unsaved: ChosenPreferences | null
}

const Context = createContext<PreferencesContext | null>(null)

type PreferencesProviderProps = {
  /** As the server has read them for this page. */
  preferences: Preferences
  /** Saves a change for every machine of the person; rejects where that fails. */
  save: (change: ChosenPreferences) => Promise<void>
  children: ReactNode
}

/** Those that pages follow while nobody is signed in, such as the next sign-in. */
const inBrowser = ['theme', 'locale', 'density', 'shortcuts'] as const

function storeInBrowser(change: ChosenPreferences) {
  for (const name of inBrowser) if (change[name]) storePreference(name, change[name])
}

/** The values in place of which a change stands. */
const valuesBefore = (change: ChosenPreferences, preferences: Preferences): ChosenPreferences =>
  Object.fromEntries(Object.entries(preferences).filter(([name]) => name in change))

/** Provides what the person has chosen, and what they choose while the page is open. */
export function PreferencesProvider({ preferences: served, save, children }: PreferencesProviderProps) {
  const [chosen, setChosen] = useState<{ served: Preferences; change: ChosenPreferences }>({ served, change: {} })
  const [unsaved, setUnsaved] = useState<ChosenPreferences | null>(null)
  // A page that the server has rendered anew holds the choices of this tab, and those of others.
  const preferences = useMemo(
    () => (chosen.served === served ? { ...served, ...chosen.change } : served),
    [chosen, served],
  )
  const { theme } = preferences
  useEffect(() => {
    if (theme === 'system') delete document.documentElement.dataset.theme
    else document.documentElement.dataset.theme = theme
  }, [theme])

  const value = useMemo(() => {
    const choose = async (change: ChosenPreferences) => {
      const show = (next: ChosenPreferences) => {
        storeInBrowser(next)
        setChosen((current) => ({ served, change: { ...(current.served === served && current.change), ...next } }))
      }
      setUnsaved(null)
      show(change)
      try {
        await save(change)
      } catch {
        show(valuesBefore(change, preferences))
        setUnsaved(change)
      }
    }
    return { preferences, choose, unsaved }
  }, [preferences, served, save, unsaved])
  return <Context value={value}>{children}</Context>
}

/** What the person has chosen, and how to choose something else. */
export function usePreferences(): PreferencesContext {
  const context = useContext(Context)
  if (!context) throw new Error('usePreferences needs a PreferencesProvider above it')
  return context
}
