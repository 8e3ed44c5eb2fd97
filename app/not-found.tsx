import { buttonClass } from '@/components/ui/button'
import { StateMessage } from '@/components/ui/state-message'
import { routes } from '@/lib/api/routes'
import { messagesFor } from '@/lib/messages/catalogue'
import { requestPreferences } from '@/lib/server/http/preferences'

/** The screen for an unknown URL and for an account that the person may not open. They look alike on purpose. */
export default async function NotFound() {
  const { errors } = messagesFor((await requestPreferences()).locale)
  return (
    <main>
      <StateMessage
        level={1}
        title={errors.pageNotFound}
        actions={
          <a className={buttonClass()} href={routes.home()}>
            {errors.goHome}
          </a>
        }
      >
        {errors.noAccountText}
      </StateMessage>
    </main>
  )
}
