/** A record stands over the list or on a page of its own; its content is the same. */
export type RecordLayout = 'drawer' | 'page'

/** The heading above the sections is the name: h1 on the page, h2 in the drawer. */
export const sectionLevel = { page: 2, drawer: 3 } as const satisfies Record<RecordLayout, number>
