'use client'

import { useParams } from 'next/navigation'
import { type ReactNode, useCallback, useRef } from 'react'
import { preloadWhenIdle } from '@/components/ui/lazy-component'
import { PreferencesProvider } from '@/components/ui/page/preferences'
import type { ChosenPreferences, Preferences } from '@/lib/preferences'

const loadSave = preloadWhenIdle(() => import('@/lib/api/save-preferences'))

/**
 * The preferences of the person, saved on the server and in agreement with the other tabs of the browser. Changes are sent one
 * after the other, whichever tab they come from, so that the last one stays, and each goes to the other tabs once it is saved.
 */
export function SavedPreferences({ preferences, children }: { preferences: Preferences; children: ReactNode }) {
  const { accountId } = useParams<{ accountId?: string }>()
  const channel = useRef<BroadcastChannel>(null)
  const subscribe = useCallback((onSaved: (change: ChosenPreferences) => void) => {
    const opened = new BroadcastChannel('customer-desk preferences')
    opened.addEventListener('message', ({ data }: MessageEvent<ChosenPreferences>) =>
      data.locale ? window.location.reload() : onSaved(data),
    )
    channel.current = opened
    return () => opened.close()
  }, [])

  const save = useCallback(
    async (change: ChosenPreferences) => {
      // Outside of an account there is nobody to save it for.
      if (accountId === undefined) return
      const { savePreferences } = await loadSave()
      await savePreferences(accountId, change, () => channel.current?.postMessage(change))
      // A browser that translates the page holds the texts of this document: those of another language need a new one.
      if (change.locale) window.location.reload()
    },
    [accountId],
  )
  return (
    <PreferencesProvider preferences={preferences} save={save} subscribe={subscribe}>
      {children}
    </PreferencesProvider>
  )
}
