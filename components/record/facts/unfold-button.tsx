'use client'

import { ChevronRight } from 'lucide'
import type { ReactNode } from 'react'
import styles from '@/components/record/facts/unfold-button.module.css'
import { Icon } from '@/components/ui/icon'

type Props = {
  isUnfolded: boolean
  /** The id of what it unfolds. */
  controls: string
  onToggle: () => void
  children: ReactNode
}

/** The first cell of a row that unfolds. On a phone all of the row, which must be positioned, unfolds it. */
export function UnfoldButton({ isUnfolded, controls, onToggle, children }: Props) {
  return (
    <button
      type="button"
      aria-expanded={isUnfolded}
      aria-controls={isUnfolded ? controls : undefined}
      className={styles.toggle}
      onClick={onToggle}
    >
      <Icon of={ChevronRight} size={12} className={styles.chevron} />
      {children}
    </button>
  )
}
