'use client'

import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'
import type { Messages } from '@/lib/messages/messages'

/** The language and the time of this person. `now` changes once a minute; all times are formatted in `zone`. */
export type Intl = { t: Messages; locale: string; zone: string; now: Date }

const IntlContext = createContext<Intl | null>(null)

type IntlProviderProps = {
  messages: Messages
  locale: string
  zone: string
  nowIso: string
  onZone: (zone: string) => void
  children: ReactNode
}

const minuteMs = 60_000

/**
 * Provides the message catalogue, the language and the time zone. The first render uses the zone and the clock of the
 * server, so that hydration matches its HTML; then those of the browser. `onZone` is called when their zones differ.
 */
export function IntlProvider({ messages, locale, zone: serverZone, nowIso, onZone, children }: IntlProviderProps) {
  const [zone, setZone] = useState(serverZone)
  const [now, setNow] = useState(() => new Date(nowIso))

  useEffect(() => {
    const browserZone = new globalThis.Intl.DateTimeFormat().resolvedOptions().timeZone
    if (browserZone !== serverZone) {
      onZone(browserZone)
      setZone(browserZone)
    }
    setNow(new Date())
    const timer = setInterval(() => setNow(new Date()), minuteMs)
    return () => clearInterval(timer)
  }, [serverZone, onZone])

  const value = useMemo(() => ({ t: messages, locale, zone, now }), [messages, locale, zone, now])
  return <IntlContext value={value}>{children}</IntlContext>
}

/** Returns the message catalogue, language, time zone and clock of this person. */
export function useIntl(): Intl {
  const intl = useContext(IntlContext)
  if (!intl) throw new Error('useIntl needs an IntlProvider above it')
  return intl
}
