import { ForgetPerson } from '@/components/shell/session/forget-person'
import { buttonClass } from '@/components/ui/button'
import { StateMessage } from '@/components/ui/state-message'
import { routes } from '@/lib/api/routes'
import { messagesFor } from '@/lib/messages/catalogue'
import { requestPreferences } from '@/lib/server/http/preferences'
import { screenTitle } from '@/lib/server/http/title'

export const generateMetadata = screenTitle((t) => t.errors.personChanged.title)

/** Where a tab goes whose person, or what they may see, has changed: it holds nothing of what the tab showed. */
export default async function PersonChangedPage() {
  const { errors } = messagesFor((await requestPreferences()).locale)
  return (
    <main>
      <ForgetPerson />
      <StateMessage
        level={1}
        title={errors.personChanged.title}
        actions={
          <a className={buttonClass()} href={routes.home()}>
            {errors.reload}
          </a>
        }
      >
        {errors.personChanged.text}
      </StateMessage>
    </main>
  )
}
