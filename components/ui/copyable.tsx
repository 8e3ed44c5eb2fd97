'use client'

import { Check, Copy } from 'lucide'
import { toolClass } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { useIntl } from '@/components/ui/intl'
import { useCopied } from '@/components/ui/use-copied'
import { fill } from '@/lib/messages/messages'

type CopyButtonProps = {
  value: string
  /** What is copied, in words: `email`. */
  what: string
  /** The whole name of the button, where `Copy {what}` does not do. */
  label?: string
  className?: string
}

/** Copies a value, and confirms it quietly in place. */
export function CopyButton({ value, what, label, className = '' }: CopyButtonProps) {
  const { t } = useIntl()
  const { isCopied, copy } = useCopied()
  return (
    <button
      type="button"
      className={`${toolClass} ${className}`}
      aria-label={isCopied ? t.table.copied : (label ?? fill(t.table.copy, { what }))}
      onClick={() => copy(value)}
    >
      <Icon of={isCopied ? Check : Copy} size={12} className={isCopied ? 'text-ok' : ''} />
    </button>
  )
}
