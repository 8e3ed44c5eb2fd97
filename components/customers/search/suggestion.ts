import type { Recent } from '@/components/customers/search/recents'

/** One line below the box, and what taking it does. */
export type Suggestion = { key: string; label: string; note?: string; recent?: Recent['kind']; take: () => void }

export const suggestionsId = 'search-suggestions'
export const suggestionId = (index: number) => `${suggestionsId}-${index}`
