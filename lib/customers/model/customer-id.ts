/** Dintero's limit on a `customer_id`, in UTF-16 units (contract page). */
export const maxCustomerIdLength = 255

/**
 * Whether an id can be a segment of a URL: `.` and `..` cannot, not even encoded, since URL parsers remove them. Such an
 * id is never put into a URL.
 */
export const canBeInUrl = (customerId: string): boolean => customerId !== '.' && customerId !== '..'

/** Whether a text can be a `customer_id` in a request: 1 to 255 characters, none of them half a surrogate pair. */
export const canBeCustomerId = (text: string): boolean =>
  text.length >= 1 && text.length <= maxCustomerIdLength && text.isWellFormed() && canBeInUrl(text)
