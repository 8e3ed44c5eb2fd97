import type { ComponentProps } from 'react'

/** A record is shown in a drawer over the list or on a page of its own, with the same content. */
export type RecordLayout = 'drawer' | 'page'

const tags = { 1: 'h1', 2: 'h2', 3: 'h3', 4: 'h4' } as const

export type HeadingLevel = keyof typeof tags

/** The level of the section headings: the name above them is an h1 on the page and an h2 in the drawer. */
export const sectionLevel = { page: 2, drawer: 3 } as const satisfies Record<RecordLayout, HeadingLevel>

/** A heading of a level that depends on the layout of the record. */
export function Heading({ level, ...rest }: ComponentProps<'h2'> & { level: HeadingLevel }) {
  const Tag = tags[level]
  return <Tag {...rest} />
}
