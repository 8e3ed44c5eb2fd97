/** Replaces every value that a person may not see; it does not even reveal the length. */
export const maskText = '••••'
