import { buttonClass } from '@/components/ui/button'
import { StateMessage } from '@/components/ui/state-message'
import type { Messages } from '@/lib/messages/messages'

type PageNotFoundProps = {
  t: Messages
  /** Where the person can go on. */
  href: string
}

/** Shown for an unknown URL, and for an account that the person may not open. They look alike on purpose. */
export function PageNotFound({ t: { errors }, href }: PageNotFoundProps) {
  return (
    <StateMessage
      level={1}
      title={errors.pageNotFound}
      actions={
        <a className={buttonClass()} href={href}>
          {errors.goHome}
        </a>
      }
    >
      {errors.noAccountText}
    </StateMessage>
  )
}
