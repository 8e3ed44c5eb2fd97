import type { IconNode } from 'lucide'
import { createElement, memo } from 'react'

type IconProps = { of: IconNode; size?: 12 | 14 | 16; className?: string }

/** How thick a line is at every size, in pixels; lucide draws in a square of 24. */
const stroke = 1.25
const box = 24

/**
 * An icon of lucide's. It is decoration: a word beside it says the same. Drawn here and not by lucide-react, which is
 * 3 kB of the first load and three components an icon.
 */
export const Icon = memo(function Icon({ of: shape, size = 14, className = '' }: IconProps) {
  return (
    <svg
      viewBox={`0 0 ${box} ${box}`}
      width={size}
      height={size}
      strokeWidth={(stroke * box) / size}
      aria-hidden="true"
      className={`icon ${className}`}
    >
      {shape.map(([tag, attributes], at) => createElement(tag, { key: at, ...attributes }))}
    </svg>
  )
})
