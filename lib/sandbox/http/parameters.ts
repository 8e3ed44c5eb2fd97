import { badParameter } from './api-error'

export type JsonSchema = { [keyword: string]: unknown }

/** A query parameter: its description and its parser. `read` gets the decoded text and throws a `BadValue`. */
export type Parameter<T> = {
  description: string
  schema: JsonSchema
  read: (text: string) => T
  /** The maximum number of values of a parameter that may be repeated. Each value is read on its own. */
  upTo?: number
}

export type Parameters = { [name: string]: Parameter<unknown> }

export type Read<P extends Parameters> = {
  [N in keyof P]?: P[N] extends Parameter<infer T> ? (P[N] extends { upTo: number } ? T[] : T) : never
}

/** Describes what is wrong with a value. `parseParameters` adds the name of the parameter. */
export class BadValue extends Error {}

/** The decoded names and values of a query string. 400 for a malformed percent-encoding. */
export function splitQuery(rawQuery: string): [string, string][] {
  if (rawQuery === '') return []
  return rawQuery
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => {
      const equals = pair.indexOf('=')
      const name = equals === -1 ? pair : pair.slice(0, equals)
      const value = equals === -1 ? '' : pair.slice(equals + 1)
      return [decodeQueryText(name, 'query'), decodeQueryText(value, decodeQueryText(name, 'query'))]
    })
}

function decodeQueryText(text: string, parameter: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    throw badParameter(parameter.slice(0, 100), 'holds a malformed percent-encoding')
  }
}

/**
 * Parses all parameters of a request. Throws a 400 that names the parameter when it is unknown, given twice or has a
 * wrong value. No parameter is ignored silently.
 */
export function parseParameters<P extends Parameters>(rawQuery: string, known: P): Read<P> {
  const values: { [name: string]: unknown } = {}
  for (const [name, text] of splitQuery(rawQuery)) {
    const parameter = Object.hasOwn(known, name) ? known[name] : undefined
    if (!parameter) throw badParameter(name.slice(0, 100), 'is not a parameter of this call')
    const before = values[name]
    if (parameter.upTo === undefined) {
      if (before !== undefined) throw badParameter(name, 'is given more than once')
      values[name] = readOne(name, parameter, text)
      continue
    }
    const all = Array.isArray(before) ? before : []
    for (const part of text.split(',')) all.push(readOne(name, parameter, part))
    if (all.length > parameter.upTo) throw badParameter(name, `takes at most ${parameter.upTo} values`)
    values[name] = all
  }
  return values as Read<P>
}

function readOne(name: string, parameter: Parameter<unknown>, text: string): unknown {
  try {
    return parameter.read(text)
  } catch (error) {
    if (error instanceof BadValue) throw badParameter(name, error.message)
    throw error
  }
}

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

export const textParameter = (description: string, schema: JsonSchema = {}, pattern?: RegExp): Parameter<string> => ({
  description,
  schema: { type: 'string', minLength: 1, ...schema },
  read(text) {
    if (text === '') throw new BadValue('must not be empty')
    if (pattern && !pattern.test(text)) throw new BadValue(`must match ${pattern.source}`)
    return text
  },
})

export const uuidParameter = (description: string): Parameter<string> => ({
  description,
  schema: { type: 'string', format: 'uuid' },
  read(text) {
    if (!uuidPattern.test(text)) throw new BadValue('must be a UUID')
    return text.toLowerCase()
  },
})

export const booleanParameter = (description: string): Parameter<boolean> => ({
  description,
  schema: { type: 'boolean', default: false },
  read(text) {
    if (text !== 'true' && text !== 'false') throw new BadValue('must be true or false')
    return text === 'true'
  },
})

export const choiceParameter = <T extends string>(description: string, choices: readonly T[]): Parameter<T> => ({
  description,
  schema: { type: 'string', enum: choices },
  read(text) {
    const choice = choices.find((candidate) => candidate === text)
    if (!choice) throw new BadValue(`must be one of ${choices.join(', ')}`)
    return choice
  },
})

export const limitParameter: Parameter<number> = {
  description: 'How many objects to return, 1 to 100',
  schema: { type: 'integer', minimum: 1, maximum: 100, default: 10 },
  read(text) {
    const limit = /^\d{1,9}$/.test(text) ? Number(text) : 0
    if (limit < 1 || limit > 100) throw new BadValue('must be a whole number from 1 to 100')
    return limit
  },
}

/** Decodes one segment of a path once. 400 for a malformed percent-encoding. */
export function decodeSegment(name: string, raw: string): string {
  try {
    return decodeURIComponent(raw)
  } catch {
    throw badParameter(name, 'holds a malformed percent-encoding')
  }
}
