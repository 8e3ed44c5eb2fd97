import { SignOutButton } from '@/components/shell/sign-out-button'
import { StateMessage } from '@/components/ui/state-message'
import { fill, type Messages } from '@/lib/messages/messages'

type NoAccessProps = {
  t: Messages
  email: string
  missing: 'role' | 'account'
  /** The contact that the operator has configured, or null. */
  contact: string | null
  /** The URL after sign-out. */
  signedOutAt: string
}

/** Shown to a person who is signed in and may open nothing: what is missing, the contact, and sign-out. */
export function NoAccess({ t, email, missing, contact, signedOutAt }: NoAccessProps) {
  const words = t.noAccess
  return (
    <main>
      <StateMessage
        level={1}
        title={words[missing].title}
        actions={
          <SignOutButton signedOutAt={signedOutAt} failure={t.shell.stillSignedIn}>
            {t.shell.signOut}
          </SignOutButton>
        }
      >
        <p>{fill(words[missing].text, { email })}</p>
        <p>{contact === null ? words.askAdmin : fill(words.ask, { contact })}</p>
      </StateMessage>
    </main>
  )
}
