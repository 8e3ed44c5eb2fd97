/** The sections of a record in their order on the page, and the values of `section=` in a URL. */
export const recordSections = [
  'overview',
  'consent',
  'addresses',
  'company',
  'contacts',
  'tags',
  'attributes',
  'activity',
  'raw',
] as const

export type SectionId = (typeof recordSections)[number]
