import type { IconNode } from 'lucide'
import { createElement, memo } from 'react'

type IconProps = { of: IconNode; size?: 12 | 14 | 16; className?: string }

/** The width of a line at every size, in pixels at the usual size of text. */
const stroke = 1.25
/** lucide draws in a square of 24. */
const box = 24
/** The pixels of a rem at the usual size of text. */
const remPx = 16

/**
 * An icon of lucide. It is decoration: a word beside it means the same. lucide-react would add 2.4 kB to the first load,
 * which has no room for them.
 */
export const Icon = memo(function Icon({ of: shape, size = 14, className = '' }: IconProps) {
  return (
    <svg
      viewBox={`0 0 ${box} ${box}`}
      width={`${size / remPx}rem`}
      height={`${size / remPx}rem`}
      strokeWidth={(stroke * box) / size}
      aria-hidden="true"
      className={`icon ${className}`}
    >
      {shape.map(([tag, attributes], index) => createElement(tag, { key: index, ...attributes }))}
    </svg>
  )
})
