'use client'

import { useEffect, useState } from 'react'

/** From here on a person wonders whether anything still happens. */
const slowMs = 2_000

/** Whether the component has been mounted for two seconds: mount it while something is waited for. */
export function useIsSlow(): boolean {
  const [isSlow, setIsSlow] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setIsSlow(true), slowMs)
    return () => clearTimeout(timer)
  }, [])
  return isSlow
}
