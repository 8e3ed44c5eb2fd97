import { renderFailure } from '@/app/[accountId]/render-failure'
import { SessionsScreen } from '@/components/sessions/sessions-screen'
import { WatchPerson } from '@/components/shell/session/watch-person'
import { SignOutButton } from '@/components/shell/sign-out-button'
import { messagesFor } from '@/lib/messages/catalogue'
import { afterSignOutUrl } from '@/lib/server/auth/after-sign-out'
import { personKey } from '@/lib/server/auth/person-key'
import { readOwnSessions } from '@/lib/server/auth/signed-in-here/own-sessions'
import { page } from '@/lib/server/http/page'
import { requestPreferences } from '@/lib/server/http/preferences'
import { screenTitle } from '@/lib/server/http/title'

export const generateMetadata = screenTitle((t) => t.sessions.title)

/** The sessions of the person who is signed in. Its first HTML holds them. */
export default page({
  permission: 'sessions:own',
  renderFailure,
  render: async ({ access }) => {
    const { viewer, account } = access
    const t = messagesFor((await requestPreferences()).locale)
    const own = await readOwnSessions(access)
    return (
      <>
        <WatchPerson person={personKey(viewer)} />
        <SessionsScreen
          key={account.id}
          accountId={account.id}
          own={own}
          signOut={
            <SignOutButton signedOutAt={afterSignOutUrl()} failure={t.shell.stillSignedIn}>
              {t.shell.signOut}
            </SignOutButton>
          }
        />
      </>
    )
  },
})
