'use client'

import { Check, Copy, type LucideIcon } from 'lucide-react'
import { toolClass } from '@/components/ui/button'
import { useIntl } from '@/components/ui/intl'
import { useCopied } from '@/components/ui/use-copied'
import { fill } from '@/lib/messages/messages'

type CopyIconProps = { isCopied: boolean; icon?: LucideIcon; size?: 12 | 14 }

/** The icon of a button that copies: a tick for as long as the copy is confirmed. */
export function CopyIcon({ isCopied, icon: Icon = Copy, size = 14 }: CopyIconProps) {
  return isCopied ? <Check size={size} className="text-ok" /> : <Icon size={size} />
}

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
      <CopyIcon isCopied={isCopied} size={12} />
    </button>
  )
}
