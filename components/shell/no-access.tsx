'use client'

import { Button } from '@/components/ui/button'
import { useIntl } from '@/components/ui/intl'
import { Say } from '@/components/ui/say'
import { signOut } from '@/lib/authentication'
import { fill } from '@/lib/messages/messages'

type NoAccessProps = {
  email: string
  missing: 'role' | 'account'
  /** Whom to ask; null where the operator named nobody. */
  contact: string | null
  /** Where signing out leads. */
  signedOutAt: string
}

/** For someone who signed in and may open nothing: who they are, what is missing, whom to ask, and the way out. */
export function NoAccess({ email, missing, contact, signedOutAt }: NoAccessProps) {
  const { t } = useIntl()
  const words = t.noAccess
  return (
    <main>
      <Say
        level={1}
        title={words[missing].title}
        actions={
          <Button onClick={() => void signOut().then(() => window.location.assign(signedOutAt))}>
            {t.shell.signOut}
          </Button>
        }
      >
        <p>{fill(words[missing].text, { email })}</p>
        <p>{contact === null ? words.askAdmin : fill(words.ask, { contact })}</p>
      </Say>
    </main>
  )
}
