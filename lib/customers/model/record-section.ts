/** The sections of a record in their order on the page, and the values of `section=` in a URL. */
export const recordSections = [
  'overview',
  'consent',
  'addresses',
  'company',
  'contacts',
  'tags',
  'purchases',
  'rewards',
  'attributes',
  'timeline',
  'activity',
  'raw',
] as const

export type SectionId = (typeof recordSections)[number]

/** The sections that come from other APIs of Dintero's, and that an installation can switch off. */
export const optionalSections = ['purchases', 'rewards'] as const satisfies readonly SectionId[]
export type OptionalSection = (typeof optionalSections)[number]

/** The page flag whose values are the sections that this installation has switched off. */
export const hiddenSectionsFlag = 'desk-hidden-sections'
