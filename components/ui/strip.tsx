import type { IconNode } from 'lucide'
import type { ReactNode } from 'react'
import { Icon } from '@/components/ui/icon'

const tones = {
  bad: 'border-danger-line bg-danger-bg [&>svg]:text-danger',
  plain: 'border-line bg-chrome [&>svg]:text-text-2',
  warn: 'border-warn-line bg-warn-bg [&>svg]:text-warn',
}

type StripProps = {
  tone: keyof typeof tones
  icon: IconNode
  role?: 'alert' | 'status'
  actions?: ReactNode
  children: ReactNode
}

/** A message of one line above the content that it is about, with its next step. */
export function Strip({ tone, icon, role = 'status', actions, children }: StripProps) {
  return (
    <div
      role={role}
      className={`flex min-h-8 min-w-0 flex-wrap items-center gap-2 border-b px-3 py-1 wide:flex-nowrap wide:py-0 ${tones[tone]}`}
    >
      <Icon of={icon} size={16} />
      <span className="min-w-0 flex-most-of-line wide:flex-auto wide:truncate">{children}</span>
      {actions}
    </div>
  )
}
