/** The name of the element in the head of a page that says so. */
export const maskedMetaName = 'desk-masked'

/**
 * Whether this person sees masked customers, and so may not search by every value. The server says it in the head of the page,
 * since only code that is loaded lazily needs it.
 */
export const seesMasked = (): boolean => document.querySelector(`meta[name="${maskedMetaName}"]`) !== null
