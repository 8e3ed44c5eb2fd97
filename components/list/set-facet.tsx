'use client'

import { X } from 'lucide'
import type { ReactNode } from 'react'
import { Icon } from '@/components/ui/icon'
import { useIntl } from '@/components/ui/intl'
import { Text, visibleText } from '@/components/ui/text'
import { fill } from '@/lib/messages/messages'

/** The classes of the outlined chip of a facet that is set. */
export const chipClass =
  'inline-flex h-11 min-w-0 items-center gap-2 whitespace-nowrap rounded-2 border border-line-strong bg-page text-text-2 wide:h-7 wide:max-w-80'

/** The classes of what stands in a chip before its remove button. */
export const chipTextClass = 'flex h-full min-w-0 items-center gap-1.5 rounded-l-2 pl-2'

/** The label of a facet, and what it is set to. */
export function ChipText({ label, value }: { label: string; value: string }): ReactNode {
  return (
    <>
      <span>{label}</span>
      <b title={visibleText(value)} className="min-w-0 truncate font-medium text-text-1">
        <Text translate="yes">{value}</Text>
      </b>
    </>
  )
}

type RemoveButtonProps = { label: string; onRemove: () => void }

/** The button at the end of a chip that removes it. */
export function RemoveButton({ label, onRemove }: RemoveButtonProps) {
  const { t } = useIntl()
  return (
    <button
      type="button"
      onClick={onRemove}
      aria-label={fill(t.filters.remove, { filter: label })}
      className="hover-fade grid h-full w-11 flex-none place-items-center rounded-r-2 border-line border-l hover:bg-press wide:w-6"
    >
      <Icon of={X} size={12} />
    </button>
  )
}

/** The chip of a value that is set and cannot be edited, with a button that removes it. */
export function SetFacet({ label, value, onRemove }: RemoveButtonProps & { value: string }) {
  return (
    <span className={chipClass}>
      <span className={chipTextClass}>
        <ChipText label={label} value={value} />
      </span>
      <RemoveButton label={label} onRemove={onRemove} />
    </span>
  )
}
