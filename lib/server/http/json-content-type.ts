import 'server-only'

/** The content type of our API (RFC 8259). */
export const jsonContentType = 'application/json; charset=utf-8'
