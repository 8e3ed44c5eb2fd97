'use client'

import { type IconNode, Search, UsersRound } from 'lucide'
import Link from 'next/link'
import type { ReactNode } from 'react'
import styles from '@/components/record/tombstone/tombstone.module.css'
import { Icon } from '@/components/ui/icon'
import { useIntl } from '@/components/ui/intl'
import { KeyHint } from '@/components/ui/key-hint'
import { routes } from '@/lib/api/routes'

const waitMs = 5_000

/** Focuses the search box as soon as the list is rendered. */
function focusSearch(until: number): void {
  const box = document.querySelector<HTMLInputElement>('input[type=search]')
  if (box) box.focus()
  else if (performance.now() < until) requestAnimationFrame(() => focusSearch(until))
}

type StepProps = { href: string; icon: IconNode; onFollow?: () => void; hint?: ReactNode; children: ReactNode }

function Step({ href, icon, onFollow, hint, children }: StepProps) {
  return (
    <li>
      <Link href={href} prefetch={false} className={styles.step} onNavigate={onFollow}>
        <Icon of={icon} className="text-text-3" />
        <span className="min-w-0 flex-auto">{children}</span>
        {hint}
      </Link>
    </li>
  )
}

/** The next steps of a person who was looking for somebody else. */
export function TombstoneSteps({ accountId }: { accountId: string }) {
  const { t } = useIntl()
  const words = t.record.tombstone
  return (
    <ul className={styles.steps}>
      <Step
        href={routes.customers(accountId)}
        icon={Search}
        onFollow={() => focusSearch(performance.now() + waitMs)}
        hint={
          <span className="hidden wide:block">
            <KeyHint>/</KeyHint>
          </span>
        }
      >
        {words.look}
      </Step>
      <Step href={routes.customers(accountId, 'include_deleted=true')} icon={UsersRound}>
        {words.goOn}
      </Step>
    </ul>
  )
}
