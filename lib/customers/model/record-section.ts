/** The sections of a record in the order in which they stand; also what `section=` of an address may be. */
export const recordSections = [
  'overview',
  'addresses',
  'consent',
  'company',
  'contacts',
  'tags',
  'attributes',
  'activity',
  'raw',
] as const

export type SectionId = (typeof recordSections)[number]
