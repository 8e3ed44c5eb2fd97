'use client'

import { useEffect, useState } from 'react'

const confirmedMs = 1_200

/** Copies a text, and tells for a moment that it has, by the name under which it was copied. */
export function useCopied() {
  const [copied, setCopied] = useState<string | null>(null)

  useEffect(() => {
    if (copied === null) return
    const timer = setTimeout(() => setCopied(null), confirmedMs)
    return () => clearTimeout(timer)
  }, [copied])

  return {
    copied,
    isCopied: copied !== null,
    copy: (text: string, what = '') => void navigator.clipboard.writeText(text).then(() => setCopied(what)),
  }
}
