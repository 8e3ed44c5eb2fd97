import type { JsonSchema } from '../http/parameters'

/** The parts that the schemas of the response bodies are made of. */
export const text: JsonSchema = { type: 'string' }
export const instant: JsonSchema = { type: 'string', format: 'date-time' }
export const uuid: JsonSchema = { type: 'string', format: 'uuid' }
export const boolean: JsonSchema = { type: 'boolean' }
export const nullableText: JsonSchema = { type: ['string', 'null'] }
export const anyObject: JsonSchema = { type: 'object', additionalProperties: true }
export const list = (items: JsonSchema): JsonSchema => ({ type: 'array', items })
export const object = (properties: { [name: string]: JsonSchema }, required: string[] = []): JsonSchema => ({
  type: 'object',
  properties,
  required,
})
export const ref = (name: string): JsonSchema => ({ $ref: `#/components/schemas/${name}` })
