'use client'

import { ChevronDown } from 'lucide'
import { type ReactNode, Suspense } from 'react'
import { ChipText, chipClass, chipTextClass, RemoveButton } from '@/components/list/set-facet'
import { Icon } from '@/components/ui/icon'
import { MenuButton, type MenuProps } from '@/components/ui/menu-button'

type FacetProps = {
  label: string
  /** What the facet is set to; null where it is unset. */
  value: string | null
  onRemove: () => void
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
  /** An unset facet is shown on wide screens only; narrow ones open it from another menu. */
  isWideOnly?: boolean
  /** Further classes of the button while the facet is unset. */
  className?: string
}

const unsetClass =
  'hover-fade inline-flex h-11 flex-none items-center gap-1 whitespace-nowrap rounded-2 px-2 text-text-2 hover:bg-press hover:text-text-1 aria-expanded:bg-press wide:h-7 print:hidden'

type RenderButton = (className: string, content: ReactNode) => ReactNode

/**
 * The button of a facet: plain text while it is unset, a part of the chip once it is set. It is the same button all along,
 * so that it keeps the focus.
 */
function renderFacet(props: FacetProps, renderButton: RenderButton): ReactNode {
  const { label, value, onRemove, isWideOnly = false, className = '' } = props
  if (value === null)
    return (
      <span className={isWideOnly ? 'hidden wide:contents' : 'contents'}>
        {renderButton(
          `${unsetClass} ${className}`,
          <>
            <span>{label}</span>
            <Icon of={ChevronDown} className="text-text-3" />
          </>,
        )}
      </span>
    )
  return (
    <span className={chipClass}>
      {renderButton(chipTextClass, <ChipText label={label} value={value} />)}
      <RemoveButton label={label} onRemove={onRemove} />
    </span>
  )
}

type MenuFacetProps = FacetProps & { renderMenu: (menu: MenuProps) => ReactNode }

/** A facet that is set in a menu. */
export function MenuFacet({ renderMenu, ...props }: MenuFacetProps) {
  const { isOpen, onOpenChange } = props
  return renderFacet(props, (className, content) => (
    <MenuButton open={isOpen} onOpenChange={onOpenChange} className={className} renderMenu={renderMenu}>
      {content}
    </MenuButton>
  ))
}

type FormFacetProps = FacetProps & {
  /** The form in its popover (`FacetForm`), rendered while the facet is open; its code may come lazily. */
  children: ReactNode
}

/** A facet that is set in a small form below its button. */
export function FormFacet({ children, ...props }: FormFacetProps) {
  const { value, isOpen, onOpenChange, isWideOnly = false } = props
  return (
    <span className={`relative min-w-0 ${isWideOnly && value === null && !isOpen ? 'hidden wide:inline' : ''}`}>
      {renderFacet(props, (className, content) => (
        <button
          type="button"
          aria-haspopup="dialog"
          aria-expanded={isOpen}
          className={className}
          onClick={() => onOpenChange(!isOpen)}
        >
          {content}
        </button>
      ))}
      {isOpen && <Suspense>{children}</Suspense>}
    </span>
  )
}
