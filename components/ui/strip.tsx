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

/** A short message above the content that it is about, with its next step. It is never cut off. */
export function Strip({ tone, icon, role = 'status', actions, children }: StripProps) {
  return (
    <div
      role={role}
      className={`flex min-h-8 min-w-0 flex-wrap items-center gap-2 border-b px-3 py-1 mid:flex-nowrap print:[&>button]:hidden ${tones[tone]}`}
    >
      <Icon of={icon} size={16} />
      <div className="min-w-0 flex-most-of-line wide:basis-3/5 mid:flex-auto">{children}</div>
      {actions}
    </div>
  )
}
