import { badParameter } from './api-error'

/** More than any customer needs, and far below the depth at which `JSON.stringify` overflows the stack. */
const maxDepth = 100

/** Parses a body as JSON. 400 when it is not JSON or is nested too deeply. */
export function parseJson(body: string): unknown {
  let given: unknown
  try {
    given = JSON.parse(body)
  } catch {
    throw badParameter('body', 'must be JSON')
  }
  if (isDeeper(given, maxDepth)) throw badParameter('body', `must be nested at most ${maxDepth} deep`)
  return given
}

/** Parses a body as a JSON object. 400 for anything else. */
export function parseJsonObject(body: string): { [name: string]: unknown } {
  const given = parseJson(body)
  if (!isObject(given)) throw badParameter('body', 'must be an object')
  return { ...given }
}

/** Whether a JSON value is an object and not an array. */
export function isObject(value: unknown): value is { [name: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false
  return levels === 0 || Object.values(value).some((member) => isDeeper(member, levels - 1))
}
