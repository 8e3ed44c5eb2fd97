'use client'

import { Check, Copy, type IconNode } from 'lucide'
import { toolClass } from '@/components/ui/button'
import { useCopied } from '@/components/ui/copy/copied'
import { Icon } from '@/components/ui/icon'
import { useIntl } from '@/components/ui/intl'
import { fill } from '@/lib/messages/messages'

type CopyIconProps = { isCopied: boolean; icon?: IconNode; size?: 12 | 14 }

/** The icon of a button that copies: a tick while the copy is confirmed. */
export function CopyIcon({ isCopied, icon = Copy, size = 14 }: CopyIconProps) {
  return isCopied ? <Icon of={Check} size={size} className="text-ok" /> : <Icon of={icon} size={size} />
}

type CopyButtonProps = {
  value: string
  /** What is copied, in words: `email`. */
  what: string
  /** The accessible name, where `Copy {what}` does not fit. */
  label?: string
  className?: string
}

/** Copies a value and confirms it in place. */
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
      <CopyIcon isCopied={isCopied} size={12} />
    </button>
  )
}
