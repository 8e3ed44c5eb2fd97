'use client'

import Link from 'next/link'
import { useEffect, useState } from 'react'
import { buttonClass } from '@/components/ui/button'
import { useIntl } from '@/components/ui/intl'
import { StateMessage } from '@/components/ui/state-message'
import { handOver } from '@/lib/api/call-tabs'

/**
 * Leads to what a call is about in a tab that is open already, and then closes this one. Where no tab is free, or the browser
 * keeps this one, it is shown here or says so.
 */
export function HandOver({ href }: { href: string }) {
  const { t } = useIntl()
  const [isTaken, setIsTaken] = useState(false)
  useEffect(() => {
    let isLeft = false
    void handOver(href).then((isDone) => {
      if (isLeft) return
      if (!isDone) return window.location.replace(href)
      setIsTaken(true)
      // A browser closes a tab by script where nothing else was in it before, or not at all.
      window.close()
    })
    return () => {
      isLeft = true
    }
  }, [href])
  return (
    <StateMessage
      level={1}
      isAnnounced
      title={isTaken ? t.find.elsewhere : t.find.asking}
      actions={
        <Link href={href} replace prefetch={false} className={buttonClass()}>
          {t.find.here}
        </Link>
      }
    >
      {isTaken && t.find.elsewhereText}
    </StateMessage>
  )
}
