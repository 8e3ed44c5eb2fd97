/** A 4xx response in the shape of the contract: `{"error": {"message", "code"?, "errors"?}}`. */
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

/** A 400 that names one parameter of the query, path or body. */
export function badParameter(parameter: string, problem: string): ApiError {
  return new ApiError(400, `${parameter}: ${problem}`, {
    code: 'BAD REQUEST',
    errors: [{ parameter, message: problem }],
  })
}

export function notFound(message: string): ApiError {
  // The code has a space, as in Dintero's published example.
  return new ApiError(404, message, { code: 'NOT FOUND' })
}

export function unauthorized(message: string): ApiError {
  return new ApiError(401, message, { code: 'UNAUTHORIZED', headers: { 'www-authenticate': 'Bearer' } })
}

/** The JSON body of an error. */
export function errorBody(message: string, code?: string, errors?: { [name: string]: string }[]): string {
  return JSON.stringify({ error: { message, ...(code ? { code } : {}), ...(errors ? { errors } : {}) } })
}
