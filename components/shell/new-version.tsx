import { RefreshCw } from 'lucide'
import { buttonClass } from '@/components/ui/button'
import { Strip } from '@/components/ui/strip'
import type { Messages } from '@/lib/messages/messages'

/**
 * Reports that the server runs a newer build, and offers a reload. It is part of every page, hidden, because a newer server
 * no longer has the files of this build.
 */
export function NewVersion({ t }: { t: Messages }) {
  const { title, text } = t.errors.newVersion
  return (
    <div className="hidden in-data-newer:block print:hidden">
      <Strip
        tone="plain"
        icon={RefreshCw}
        actions={
          // biome-ignore lint/a11y/useValidAnchor: an empty href is the current URL at the time of the click
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
