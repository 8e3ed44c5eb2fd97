import Ajv2020 from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'

type Description = {
  paths: {
    [path: string]: {
      [method: string]: { responses: { [status: string]: { content?: { 'application/json': { schema: object } } } } }
    }
  }
}

/**
 * Creates a check of responses against the OpenAPI description. It throws for a status that is not described and for a
 * body that does not match the schema.
 */
export function createAnswerCheck(description: Description) {
  const ajv = new Ajv2020({ strict: false, allErrors: true })
  addFormats(ajv)
  ajv.addSchema(description, 'openapi')
  const templates = Object.keys(description.paths).map((template) => ({
    template,
    pattern: new RegExp(`^${template.replaceAll(/\{\w+\}/g, '[^/]+')}$`),
  }))

  return (method: string, path: string, status: number, body: unknown): void => {
    const template = templates.find(({ pattern }) => pattern.test(path))?.template
    const operation = description.paths[template ?? '']?.[method.toLowerCase()]
    // An OpenAPI description only lists existing operations, so unknown paths and refused methods have none.
    if (!template || !operation) return
    const response = operation.responses[status]
    if (!response) throw new Error(`${method} ${path}: ${status} is not described`)
    if (!response.content) return
    const pointer = [
      template,
      method.toLowerCase(),
      'responses',
      String(status),
      'content',
      'application/json',
      'schema',
    ]
    const escaped = pointer.map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1')))
    const validate = ajv.getSchema(`openapi#/paths/${escaped.join('/')}`)
    if (!validate) throw new Error(`no schema for ${method} ${path}`)
    if (!validate(body)) throw new Error(`${method} ${path}: ${ajv.errorsText(validate.errors)}`)
  }
}
