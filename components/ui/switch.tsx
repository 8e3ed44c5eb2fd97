import type { ReactNode } from 'react'

type SwitchProps = {
  on: boolean
  onChange: (on: boolean) => void
  /** The accessible name, where the visible label does not fit. */
  label?: string
  className?: string
  children: ReactNode
}

/** A switch with its label beside it. */
export function Switch({ on, onChange, label, className = '', children }: SwitchProps) {
  return (
    <button
      type="button"
      role="switch"
      aria-checked={on}
      aria-label={label}
      onClick={() => onChange(!on)}
      className={`hover-fade inline-flex items-center gap-1.5 hover:bg-press hover:text-text-1 ${className}`}
    >
      <span
        aria-hidden="true"
        className={`flex h-3.5 w-6 flex-none rounded-full border p-0.5 ${on ? 'justify-end border-accent bg-accent' : 'border-line-control'}`}
      >
        <span className={`size-2 rounded-full ${on ? 'bg-accent-on' : 'bg-line-control'}`} />
      </span>
      <span>{children}</span>
    </button>
  )
}
