import { badParameter } from './api-error'

/** More than any customer needs, and far from where writing it back as text would end the stack. */
const deepest = 100

/** What a body holds as JSON; 400 for text that is none, or that is nested beyond reason. */
export function readJson(body: string): unknown {
  let given: unknown
  try {
    given = JSON.parse(body)
  } catch {
    throw badParameter('body', 'must be JSON')
  }
  if (isDeeper(given, deepest)) throw badParameter('body', `must be nested at most ${deepest} deep`)
  return given
}

/** The object that a body holds as JSON; 400 for anything else. */
export function readJsonObject(body: string): { [name: string]: unknown } {
  const given = readJson(body)
  if (!isObject(given)) throw badParameter('body', 'must be an object')
  return { ...given }
}

/** Whether a JSON value is an object, no array. */
export function isObject(value: unknown): value is { [name: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false
  return levels === 0 || Object.values(value).some((member) => isDeeper(member, levels - 1))
}
