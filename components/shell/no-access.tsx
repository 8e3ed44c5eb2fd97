import { SignOutButton } from '@/components/shell/sign-out-button'
import { StateMessage } from '@/components/ui/state-message'
import { fill, type Messages } from '@/lib/messages/messages'

type NoAccessProps = {
  t: Messages
  email: string
  missing: 'role' | 'account'
  /** Whom to ask; null where the operator named nobody. */
  contact: string | null
  /** Where signing out leads. */
  signedOutAt: string
}

/** For someone who signed in and may open nothing: who they are, what is missing, whom to ask, and the way out. */
export function NoAccess({ t, email, missing, contact, signedOutAt }: NoAccessProps) {
  const words = t.noAccess
  return (
    <main>
      <StateMessage
        level={1}
        title={words[missing].title}
        actions={<SignOutButton signedOutAt={signedOutAt}>{t.shell.signOut}</SignOutButton>}
      >
        <p>{fill(words[missing].text, { email })}</p>
        <p>{contact === null ? words.askAdmin : fill(words.ask, { contact })}</p>
      </StateMessage>
    </main>
  )
}
