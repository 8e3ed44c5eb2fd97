'use client'

import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'

/**
 * Phone numbers are formatted by `libphonenumber-js`. The library (29 kB) is not in the first load: the server formats the
 * numbers of the first HTML, and the browser loads the library a little later.
 */
type WritePhone = (e164: string) => string

const PhoneContext = createContext<WritePhone>((e164) => e164)

/** Formatted phone numbers by their E.164 form. */
export type WrittenPhones = Record<string, string>

/** The first rows are rendered by then. */
const loadAfterMs = 1_000

type Load = () => Promise<WritePhone>

export function PhoneProvider({
  written,
  load,
  children,
}: {
  written: WrittenPhones
  load: Load
  children: ReactNode
}) {
  const [library, setLibrary] = useState<WritePhone | null>(null)

  useEffect(() => {
    const timer = setTimeout(() => void load().then((write) => setLibrary(() => write)), loadAfterMs)
    return () => clearTimeout(timer)
  }, [load])

  const write = useMemo<WritePhone>(() => library ?? ((e164) => written[e164] ?? e164), [library, written])
  return <PhoneContext value={write}>{children}</PhoneContext>
}

/** Returns a function that formats a phone number given in E.164. */
export function useWritePhone(): WritePhone {
  return useContext(PhoneContext)
}
