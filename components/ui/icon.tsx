import type { LucideIcon } from 'lucide-react'
import { memo } from 'react'

type IconProps = { of: LucideIcon; size?: 12 | 14 | 16; className?: string }

/** A lucide icon with the house stroke of 1.25 px at every size. It is decoration: a word beside it says the same. */
export const Icon = memo(function Icon({ of: Shape, size = 14, className = '' }: IconProps) {
  return <Shape size={size} strokeWidth={1.25} absoluteStrokeWidth aria-hidden="true" className={`icon ${className}`} />
})
