import { RefreshCw } from 'lucide-react'
import { buttonClass } from '@/components/ui/button'
import { Strip } from '@/components/ui/strip'
import type { Messages } from '@/lib/messages/messages'

/**
 * The server runs a newer build: whoever is on the phone goes on, and reloads when it suits. It stands in every page,
 * hidden, so that it needs nothing of a server that has other files by now.
 */
export function NewVersion({ t }: { t: Messages }) {
  const { title, text } = t.errors.newVersion
  return (
    <div className="hidden in-data-newer:block print:hidden">
      <Strip
        tone="plain"
        icon={RefreshCw}
        actions={
          // biome-ignore lint/a11y/useValidAnchor: empty, it is the address of the page, whatever that is by then
          <a className={buttonClass({ size: 'small' })} href="">
            {t.errors.reload}
          </a>
        }
      >
        <b className="font-medium">{title}</b> <span className="text-text-2">{text}</span>
      </Strip>
    </div>
  )
}
