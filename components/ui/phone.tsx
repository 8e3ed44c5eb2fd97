'use client'

import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'

/**
 * Phones are written as `libphonenumber-js` writes them. The library (29 kB) must not be in the first load: the server
 * writes the numbers of the first HTML, and the browser loads the library a little later.
 */
type WritePhone = (e164: string) => string

const PhoneContext = createContext<WritePhone>((e164) => e164)

/** Numbers in E.164 with how they are written. */
export type WrittenPhones = Record<string, string>

/** The first rows are drawn by then. */
const restMs = 1_000

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
    const timer = setTimeout(() => void load().then((write) => setLibrary(() => write)), restMs)
    return () => clearTimeout(timer)
  }, [load])

  const write = useMemo<WritePhone>(() => library ?? ((e164) => written[e164] ?? e164), [library, written])
  return <PhoneContext value={write}>{children}</PhoneContext>
}

/** How to write a phone number in E.164. */
export function useWritePhone(): WritePhone {
  return useContext(PhoneContext)
}
