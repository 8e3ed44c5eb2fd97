'use client'

import { X } from 'lucide'
import type { ReactNode } from 'react'
import { Icon } from '@/components/ui/icon'
import { useIntl } from '@/components/ui/intl'
import { Text } from '@/components/ui/text'
import { fill } from '@/lib/messages/messages'

type SetFacetProps = {
  label: string
  value: string
  onRemove: () => void
  /** Wraps the text in the button that opens the facet; without it the text is static. */
  children?: (content: ReactNode) => ReactNode
}

/** The outlined chip of a facet that is set, with a button that removes it. */
export function SetFacet({
  label,
  value,
  onRemove,
  children = (content) => <span className="flex min-w-0 items-center gap-1.5 pl-2">{content}</span>,
}: SetFacetProps) {
  const { t } = useIntl()
  return (
    <span className="inline-flex h-11 min-w-0 items-center gap-2 whitespace-nowrap rounded-2 border border-line-strong bg-page text-text-2 wide:h-7 wide:max-w-80">
      {children(
        <>
          {label}
          <b className="min-w-0 truncate font-medium text-text-1">
            <Text>{value}</Text>
          </b>
        </>,
      )}
      <button
        type="button"
        onClick={onRemove}
        aria-label={fill(t.filters.remove, { filter: label })}
        className="hover-fade grid h-full w-11 flex-none place-items-center rounded-r-2 border-line border-l hover:bg-press wide:w-6"
      >
        <Icon of={X} size={12} />
      </button>
    </span>
  )
}
