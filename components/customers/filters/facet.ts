/** The menu or form of the filter bar that is open. */
export type OpenFilter = 'type' | 'tag' | 'attribute' | 'token' | 'since' | 'deleted' | 'narrow' | null

/** An unset facet: plain text, and a menu behind it. */
export const facetClass =
  'hover-fade h-7 flex-none items-center gap-1 whitespace-nowrap rounded-2 px-2 text-text-2 hover:bg-press hover:text-text-1 aria-expanded:bg-press'
