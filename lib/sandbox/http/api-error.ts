/** An answer of 4xx in the shape of the contract: `{"error": {"message", "code"?, "errors"?}}`. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    message: string,
    readonly details: {
      code?: string
      errors?: { [name: string]: string }[]
      headers?: { [name: string]: string }
    } = {},
  ) {
    super(message)
  }
}

/** 400 for one parameter (of the query, path or body), by its name. */
export function badParameter(parameter: string, problem: string): ApiError {
  return new ApiError(400, `${parameter}: ${problem}`, {
    code: 'BAD REQUEST',
    errors: [{ parameter, message: problem }],
  })
}

export function notFound(message: string): ApiError {
  // The published example of a code has a space too.
  return new ApiError(404, message, { code: 'NOT FOUND' })
}

export function unauthorized(message: string): ApiError {
  return new ApiError(401, message, { code: 'UNAUTHORIZED', headers: { 'www-authenticate': 'Bearer' } })
}

/** The body of an error. */
export function errorBody(message: string, code?: string, errors?: { [name: string]: string }[]): string {
  return JSON.stringify({ error: { message, ...(code ? { code } : {}), ...(errors ? { errors } : {}) } })
}
