import { buttonClass } from '@/components/ui/button'
import { StateMessage } from '@/components/ui/state-message'
import type { Messages } from '@/lib/messages/messages'

/** Where nobody's reading can be recorded, nothing is shown. `address` is the page's own. */
export function AuditUnavailable({ t, address }: { t: Messages; address: string }) {
  const { title, text } = t.errors.audit_unavailable
  return (
    <main>
      <div role="alert">
        <StateMessage
          level={1}
          title={title}
          actions={
            <a className={buttonClass()} href={address}>
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
