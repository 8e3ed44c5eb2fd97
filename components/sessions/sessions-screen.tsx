'use client'

import { useRouter } from 'next/navigation'
import { type ReactNode, startTransition, useRef, useState } from 'react'
import { deviceName } from '@/components/sessions/device-name'
import { SessionsTable } from '@/components/sessions/sessions-table'
import { useIntl } from '@/components/ui/intl'
import { fill } from '@/lib/messages/messages'
import type { OwnSession, OwnSessions } from '@/lib/own-sessions'

type SessionsScreenProps = {
  accountId: string
  own: OwnSessions
  /** Signs out of the session of this page. */
  signOut: ReactNode
}

/** The sessions of the person who is signed in, each of which they can end. */
export function SessionsScreen({ accountId, own, signOut }: SessionsScreenProps) {
  const { t, locale } = useIntl()
  const router = useRouter()
  /** Those that ended here, the last one at the end: they are gone before the page is read again. */
  const [ended, setEnded] = useState<OwnSession[]>([])
  const heading = useRef<HTMLHeadingElement>(null)
  const sessions = own.sessions.filter(({ id }) => ended.every((one) => one.id !== id))
  const last = ended.at(-1)

  const handleEnded = (session: OwnSession) => {
    setEnded([...ended, session])
    // The button that had the focus is gone with its row.
    heading.current?.focus()
    startTransition(() => router.refresh())
  }

  return (
    <div className="grid h-full min-w-0 grid-cols-1 grid-rows-head-body print:block">
      <div className="flex min-h-(--h-search) min-w-0 flex-wrap items-center gap-x-2 gap-y-1 px-3 py-2 wide:flex-nowrap wide:py-0">
        <h1 ref={heading} tabIndex={-1} className="whitespace-nowrap font-semibold text-16 tracking-title">
          {t.sessions.title}
        </h1>
        <p className="min-w-0 basis-full text-text-2 wide:basis-auto">
          {fill(t.sessions.text, { max: own.max.toLocaleString(locale) })}
        </p>
        <span className="flex-auto" />
        <p role="status" className="basis-full text-12 text-text-2 wide:basis-auto wide:whitespace-nowrap">
          {last && <span>{`${fill(t.sessions.ended, { device: deviceName(t, last) })} `}</span>}
          {sessions.length === 1 && <span>{t.sessions.only}</span>}
        </p>
      </div>
      <SessionsTable accountId={accountId} sessions={sessions} signOut={signOut} onEnded={handleEnded} />
    </div>
  )
}
