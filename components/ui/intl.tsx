'use client'

import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'
import { usePreferences } from '@/components/ui/page/preferences'
import type { Messages } from '@/lib/messages/messages'
import { zoneOf } from '@/lib/preferences'
import { isTimeZone } from '@/lib/time'

/** The language and the time of this person. `now` changes once a minute; all times are formatted in `zone`. */
export type Intl = { t: Messages; locale: string; zone: string; now: Date }

const IntlContext = createContext<Intl | null>(null)

type IntlProviderProps = {
  messages: Messages
  locale: string
  nowIso: string
  onZone: (zone: string) => void
  children: ReactNode
}

const minuteMs = 60_000

/**
 * Provides the message catalogue, the language and the time zone that the person has chosen, or that of the browser. The
 * first render uses the zone of the server, so that hydration matches its HTML, and its clock until a minute has passed.
 * `onZone` is called when their zones differ.
 */
export function IntlProvider({ messages, locale, nowIso, onZone, children }: IntlProviderProps) {
  const { zone: serverZone, timeZone } = usePreferences().preferences
  const [browserZone, setBrowserZone] = useState(serverZone)
  const [now, setNow] = useState(() => new Date(nowIso))

  useEffect(() => {
    const zoneHere = new globalThis.Intl.DateTimeFormat().resolvedOptions().timeZone
    if (zoneHere !== serverZone) onZone(zoneHere)
    setBrowserZone(zoneHere)
    const timer = setInterval(() => setNow(new Date()), minuteMs)
    return () => clearInterval(timer)
  }, [serverZone, onZone])

  const chosen = zoneOf({ zone: browserZone, timeZone })
  // It may have been chosen in a browser that knows more zones.
  const zone = chosen === browserZone || isTimeZone(chosen) ? chosen : browserZone
  const value = useMemo(() => ({ t: messages, locale, zone, now }), [messages, locale, zone, now])
  return <IntlContext value={value}>{children}</IntlContext>
}

/** Returns the message catalogue, language, time zone and clock of this person. */
export function useIntl(): Intl {
  const intl = useContext(IntlContext)
  if (!intl) throw new Error('useIntl needs an IntlProvider above it')
  return intl
}
