/** The reason of a reveal, which somebody must be able to read in the audit log afterwards. */

export const maxReasonLength = 200

/** Whether a text can be stored as it is: without control characters and halves of a surrogate pair. */
export const isPlainText = (text: string) => !/[\p{Cc}\p{Cs}]/u.test(text)

/**
 * What leaves no mark on a screen: spaces, controls, format and unassigned characters, fillers (Unicode's
 * `Default_Ignorable_Code_Point`), marks without a letter of their own, and three symbols that are drawn as nothing.
 */
const unseen = /[\p{Z}\p{C}\p{M}\p{Default_Ignorable_Code_Point}\u2800\ufffc\u{1d159}]/gu

/** Whether a text is a reason: at least three visible characters, and no control character. */
export const isReason = (text: string): boolean => isPlainText(text) && [...text.replace(unseen, '')].length >= 3
