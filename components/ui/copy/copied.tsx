'use client'

import { useEffect, useState } from 'react'
import { useCopyText } from '@/components/ui/copy/copy-text'

const confirmationMs = 1_200

/**
 * Copies text to the clipboard. `copied` is the name of what was copied, for a moment; `isCopied` is true during that
 * time.
 */
export function useCopied() {
  const [copied, setCopied] = useState<string | null>(null)
  const copyText = useCopyText()

  useEffect(() => {
    if (copied === null) return
    const timer = setTimeout(() => setCopied(null), confirmationMs)
    return () => clearTimeout(timer)
  }, [copied])

  return {
    copied,
    isCopied: copied !== null,
    copy: (text: string, what = '') => void copyText(text).then((isDone) => isDone && setCopied(what)),
  }
}
