'use client'

import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'

/**
 * Phone numbers are formatted by `libphonenumber-js`. The library (29 kB) is not in the first load: the server formats the
 * numbers of the first HTML, and the browser loads the library a little later.
 */
type FormatPhone = (e164: string) => string

const PhoneContext = createContext<FormatPhone>((e164) => e164)

/** Formatted phone numbers by their E.164 form. */
export type FormattedPhones = Record<string, string>

/** The first rows are rendered by then. */
const loadAfterMs = 1_000

type Load = () => Promise<FormatPhone>

export function PhoneProvider({
  formatted,
  load,
  children,
}: {
  formatted: FormattedPhones
  load: Load
  children: ReactNode
}) {
  const [library, setLibrary] = useState<FormatPhone | null>(null)

  useEffect(() => {
    const loadLibrary = async () => {
      // Without the library, because the network or this build is gone, numbers stay as they came.
      const format = await load().catch(() => null)
      if (format) setLibrary(() => format)
    }
    const timer = setTimeout(() => void loadLibrary(), loadAfterMs)
    return () => clearTimeout(timer)
  }, [load])

  const format = useMemo<FormatPhone>(() => library ?? ((e164) => formatted[e164] ?? e164), [library, formatted])
  return <PhoneContext value={format}>{children}</PhoneContext>
}

/** Returns a function that formats a phone number given in E.164. */
export function useFormatPhone(): FormatPhone {
  return useContext(PhoneContext)
}
