import type { ReactNode } from 'react'

/** A key of the keyboard, next to what it triggers, in a face in which `l` and `I` differ. */
export function Kbd({ children, className = '' }: { children: ReactNode; className?: string }) {
  return (
    <kbd
      className={`inline-block h-4 min-w-4 flex-none rounded-1 border border-line-strong bg-page px-1 text-center font-mono text-11 font-normal leading-3.5 text-text-2 ${className}`}
    >
      {children}
    </kbd>
  )
}
