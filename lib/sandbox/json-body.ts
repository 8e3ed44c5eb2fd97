import { badParameter } from './api-error'

/** The object that a body holds as JSON; 400 for anything else. */
export function readJsonObject(body: string): { [name: string]: unknown } {
  let given: unknown
  try {
    given = JSON.parse(body)
  } catch {
    throw badParameter('body', 'must be JSON')
  }
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    throw badParameter('body', 'must be an object')
  return { ...given }
}
