'use client'

import { Check, Link as LinkIcon } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { useIntl } from '@/components/ui/intl'

const confirmedMs = 1_200

/** Copies the absolute address of a path of ours, and confirms it in place. */
export function CopyLinkButton({ path }: { path: string }) {
  const { t } = useIntl()
  const [isCopied, setIsCopied] = useState(false)

  useEffect(() => {
    if (!isCopied) return
    const timer = setTimeout(() => setIsCopied(false), confirmedMs)
    return () => clearTimeout(timer)
  }, [isCopied])

  const copy = () =>
    void navigator.clipboard.writeText(new URL(path, window.location.origin).href).then(() => setIsCopied(true))
  return (
    <Button
      variant="plain"
      className="max-wide:size-11 max-wide:justify-center max-wide:px-0 print:hidden"
      aria-label={isCopied ? t.record.linkCopied : t.record.copyLink}
      onClick={copy}
    >
      <Icon of={isCopied ? Check : LinkIcon} className={isCopied ? 'text-ok' : ''} />
      <span className="hidden wide:inline">{t.record.copyLink}</span>
    </Button>
  )
}
