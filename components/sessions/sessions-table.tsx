'use client'

import type { ReactNode } from 'react'
import list from '@/components/list/list-table.module.css'
import { deviceName } from '@/components/sessions/device-name'
import { EndButton } from '@/components/sessions/end-button'
import styles from '@/components/sessions/sessions-table.module.css'
import { useIntl } from '@/components/ui/intl'
import { Timestamp } from '@/components/ui/time/timestamp'
import { formatDay } from '@/lib/calendar'
import type { OwnSession } from '@/lib/own-sessions'
import { formatTime } from '@/lib/time'

/** The day in grey, then the time of day; on a card, after the head that its column has in the table. */
function TimeCell({ iso, head, className }: { iso: string; head: string; className: string | undefined }) {
  const { locale, zone, now } = useIntl()
  return (
    <td className={className}>
      <span className="text-text-2 wide:hidden print:hidden">{`${head} `}</span>
      <Timestamp iso={iso} as="moment">
        <span className="text-text-2">{formatDay(iso, now, locale, zone)}</span>{' '}
        <span>{formatTime(iso, locale, zone)}</span>
      </Timestamp>
    </td>
  )
}

type SessionsTableProps = {
  accountId: string
  sessions: OwnSession[]
  /** Signs out of the session of this page. */
  signOut: ReactNode
  onEnded: (session: OwnSession) => void
}

/** The sessions of a person as a table that looks as those of the lists: ten rows need no table library. */
export function SessionsTable({ accountId, sessions, signOut, onEnded }: SessionsTableProps) {
  const { t } = useIntl()
  const words = t.sessions
  return (
    <div className={list.scroll} tabIndex={-1} data-scroller="">
      <table className={list.table} data-density="roomy">
        <caption className="sr-only">{words.title}</caption>
        <colgroup>
          <col className="w-66" />
          <col className="w-38" />
          <col className="w-38" />
          <col />
        </colgroup>
        <thead>
          <tr>
            <th scope="col">{words.device}</th>
            <th scope="col">{words.began}</th>
            <th scope="col">{words.seen}</th>
            <th scope="col">{words.action}</th>
          </tr>
        </thead>
        <tbody>
          {sessions.map((session) => (
            <tr key={session.id} className={styles.row}>
              <th scope="row" className={styles.device}>
                <span className="font-medium">{deviceName(t, session)}</span>{' '}
                {session.is_current && <span className="text-12 text-ok">{words.current}</span>}
              </th>
              <TimeCell iso={session.created_at} head={words.began} className={styles.began} />
              <TimeCell iso={session.seen_at} head={words.seen} className={styles.seen} />
              <td className={styles.action}>
                {session.is_current ? (
                  signOut
                ) : (
                  <EndButton
                    accountId={accountId}
                    session={session}
                    device={deviceName(t, session)}
                    onEnded={() => onEnded(session)}
                  />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
