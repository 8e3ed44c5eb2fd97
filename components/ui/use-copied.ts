'use client'

import { useEffect, useState } from 'react'

const confirmedMs = 1_200

/** Copies a text, and tells for a moment that it has. */
export function useCopied() {
  const [isCopied, setIsCopied] = useState(false)

  useEffect(() => {
    if (!isCopied) return
    const timer = setTimeout(() => setIsCopied(false), confirmedMs)
    return () => clearTimeout(timer)
  }, [isCopied])

  return { isCopied, copy: (text: string) => void navigator.clipboard.writeText(text).then(() => setIsCopied(true)) }
}
