/** Dintero's limit on a `customer_id`, in UTF-16 units (contract page). */
export const maxCustomerIdLength = 255

/**
 * Whether a record can be asked for by address: `.` and `..` cannot be a segment of a path, not even encoded, since
 * URL parsers remove them. Such an id is never put into an address.
 */
export const hasAddress = (customerId: string): boolean => customerId !== '.' && customerId !== '..'

/** Whether a text can be a `customer_id` that is asked for: 1 to 255 characters, none of them half of one. */
export const canBeCustomerId = (text: string): boolean =>
  text.length >= 1 && text.length <= maxCustomerIdLength && text.isWellFormed() && hasAddress(text)
