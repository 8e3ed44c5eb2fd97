import type { ComponentProps } from 'react'

const tags = { 1: 'h1', 2: 'h2', 3: 'h3', 4: 'h4' } as const

export type HeadingLevel = keyof typeof tags

/** A heading whose level follows from where the record stands. */
export function Heading({ level, ...rest }: ComponentProps<'h2'> & { level: HeadingLevel }) {
  const Tag = tags[level]
  return <Tag {...rest} />
}
