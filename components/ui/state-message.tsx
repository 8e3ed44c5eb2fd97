import type { ReactNode } from 'react'

const headings = { 1: 'h1', 2: 'h2', 3: 'h3' } as const

type StateMessageProps = {
  title: ReactNode
  children?: ReactNode
  actions?: ReactNode
  level?: keyof typeof headings
  /** Whether a screen reader reads the title out when it appears. The rest is there to be read. */
  isAnnounced?: boolean
}

/** Stands in place of rows or of a record: a title, a sentence, then the next step. */
export function StateMessage({ title, children, actions, level = 2, isAnnounced }: StateMessageProps) {
  const Heading = headings[level]
  return (
    <div className="max-w-160 p-3 pt-6 wide:py-6 wide:pr-6 wide:pl-8.5">
      <div role={isAnnounced ? 'status' : undefined}>
        <Heading className="font-semibold text-16 tracking-title">{title}</Heading>
      </div>
      {children && <div className="max-w-sentence text-pretty pt-0.5 pb-3 text-text-2">{children}</div>}
      {actions && <div className="flex flex-wrap items-center gap-3 print:hidden">{actions}</div>}
    </div>
  )
}
