'use client'

import { Hourglass } from 'lucide'
import { Strip } from '@/components/ui/strip'
import { useIsSlow } from '@/components/ui/waiting/use-is-slow'

/** Mounted while an answer is waited for: after two seconds, a strip that says what it is. */
export function SlowAnswerStrip({ text }: { text: string }) {
  return (
    useIsSlow() && (
      <Strip tone="plain" icon={Hourglass}>
        {text}
      </Strip>
    )
  )
}
