'use client'

import { Link as LinkIcon } from 'lucide'
import { Button } from '@/components/ui/button'
import { useCommand } from '@/components/ui/commands'
import { useCopied } from '@/components/ui/copy/copied'
import { CopyIcon } from '@/components/ui/copy-button'
import { useIntl } from '@/components/ui/intl'

/** Copies the absolute URL of a path of this app, and confirms it in place. */
export function CopyLinkButton({ path }: { path: string }) {
  const { t } = useIntl()
  const { isCopied, copy } = useCopied()
  const copyLink = () => copy(new URL(path, window.location.origin).href)
  useCommand({
    id: 'record-copy-link',
    keys: [],
    title: t.record.copyLink,
    group: 'record',
    run: () => {
      copyLink()
      return true
    },
  })
  return (
    <Button
      variant="plain"
      className="max-wide:size-11 max-wide:justify-center max-wide:px-0 print:hidden"
      aria-label={isCopied ? t.record.linkCopied : t.record.copyLink}
      onClick={copyLink}
    >
      <CopyIcon isCopied={isCopied} icon={LinkIcon} />
      <span className="hidden wide:inline">{t.record.copyLink}</span>
    </Button>
  )
}
