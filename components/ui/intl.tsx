'use client'

import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'
import type { Messages } from '@/lib/messages/messages'

/** What a component needs to speak to this person. `now` moves once a minute; all times are written in `zone`. */
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
 * Hands the catalogue, language and zone down. The first render uses the server's zone and clock, so that its HTML and
 * ours are the same; then the browser's own take over, and
 * `onZone` is told of a zone that the server did not know.
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

/** The catalogue, language, zone and clock of this person. */
export function useIntl(): Intl {
  const intl = useContext(IntlContext)
  if (!intl) throw new Error('useIntl needs an IntlProvider above it')
  return intl
}
