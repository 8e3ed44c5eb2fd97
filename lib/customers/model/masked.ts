/** What stands in place of every value that a person may not see: it tells nothing, not even its length. */
export const maskText = '••••'
