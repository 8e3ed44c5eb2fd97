'use client'

import { createContext, type ReactNode, Suspense, useContext, useState } from 'react'
import { lazyComponent } from '@/components/ui/lazy-component'

const CopyByHand = lazyComponent(
  () => import('@/components/ui/copy/copy-by-hand'),
  (all) => all.CopyByHand,
)

const CopyByHandContext = createContext<(text: string) => void>(() => {})

/** Shows a text that the browser does not copy, so that the person can: for all that copies within it. */
export function CopyByHandProvider({ children }: { children: ReactNode }) {
  const [text, setText] = useState<string | null>(null)
  return (
    <CopyByHandContext value={setText}>
      {children}
      {text !== null && (
        <Suspense>
          <CopyByHand text={text} onClose={() => setText(null)} />
        </Suspense>
      )}
    </CopyByHandContext>
  )
}

/**
 * Returns a function that copies a text and says whether it did. Where the browser has no clipboard (a page without HTTPS)
 * or refuses it, the text is shown to be copied by hand.
 */
export function useCopyText(): (text: string) => Promise<boolean> {
  const copyByHand = useContext(CopyByHandContext)
  return async (text) => {
    try {
      await navigator.clipboard.writeText(text)
      return true
    } catch {
      copyByHand(text)
      return false
    }
  }
}
