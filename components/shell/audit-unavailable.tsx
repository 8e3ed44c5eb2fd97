import { buttonClass } from '@/components/ui/button'
import { StateMessage } from '@/components/ui/state-message'
import type { Messages } from '@/lib/messages/messages'

/** Replaces a page while no audit event can be committed. `href` is the URL of that page, to try again. */
export function AuditUnavailable({ t, href }: { t: Messages; href: string }) {
  const { title, text } = t.errors.audit_unavailable
  return (
    <main>
      <div role="alert">
        <StateMessage
          level={1}
          title={title}
          actions={
            <a className={buttonClass()} href={href}>
              {t.errors.tryAgain}
            </a>
          }
        >
          {text}
        </StateMessage>
      </div>
    </main>
  )
}
