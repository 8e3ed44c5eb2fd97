/** A UUID in its text form (RFC 9562, section 4), as Dintero's ids are. */
export const uuidPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
