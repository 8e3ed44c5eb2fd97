'use client'

import { Check, Copy } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Icon } from '@/components/ui/icon'
import { useIntl } from '@/components/ui/intl'
import { fill } from '@/lib/messages/messages'

const confirmedMs = 1_200

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
  const [copied, setCopied] = useState(false)

  useEffect(() => {
    if (!copied) return
    const timer = setTimeout(() => setCopied(false), confirmedMs)
    return () => clearTimeout(timer)
  }, [copied])

  return (
    <button
      type="button"
      className={`hover-fade inline-grid size-5 flex-none place-items-center rounded-tag text-text-3 hover:bg-press hover:text-text-1 ${className}`}
      aria-label={copied ? t.table.copied : (label ?? fill(t.table.copy, { what }))}
      onClick={() => navigator.clipboard.writeText(value).then(() => setCopied(true))}
    >
      <Icon of={copied ? Check : Copy} size={12} className={copied ? 'text-ok' : ''} />
    </button>
  )
}
