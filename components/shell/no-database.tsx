import { buttonClass } from '@/components/ui/button'
import { Say } from '@/components/ui/say'
import type { Messages } from '@/lib/messages/messages'

/** Where nobody's reading can be recorded, nothing is shown. `address` is the page's own. */
export function NoDatabase({ t, address }: { t: Messages; address: string }) {
  const { title, text } = t.errors.audit_unavailable
  return (
    <main>
      <div role="alert">
        <Say
          level={1}
          title={title}
          actions={
            <a className={buttonClass()} href={address}>
              {t.errors.tryAgain}
            </a>
          }
        >
          {text}
        </Say>
      </div>
    </main>
  )
}
