import type { Endpoint } from '../endpoints/endpoint'
import { one, schemas } from '../endpoints/schemas'
import type { JsonSchema } from '../http/parameters'

const errorAnswer = (description: string) => ({ description, content: json(one('Error')) })

const pathParameters: { [name: string]: JsonSchema } = {
  aid: { type: 'string', pattern: '^[PT]\\d{8}$', description: 'Id of an account: P is production, T is test' },
  term_id: { type: 'string', description: 'The id of terms' },
  country: { type: 'string', enum: ['no', 'dk'], description: 'The country of the register' },
  organization_number: { type: 'string', description: 'An organization number, as the register has it' },
  card_id: { type: 'string', maxLength: 255, description: 'The id that the company has given a card' },
  ref_id: { type: 'string', description: 'The id of a rule as a customer has it' },
  receipt_id: { type: 'string', description: 'The id of a receipt, which is not its number on the paper' },
  customer_id: { type: 'string', maxLength: 255, description: 'The customer_id, percent-encoded as one segment' },
}

/** The OpenAPI 3.1 description, generated from the endpoint definitions that the router uses. */
export function describeApi(endpoints: readonly Endpoint[], ownUrl: string) {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Sandbox of the Dintero Customers API',
      version: '1.0.0',
      description: 'A stand-in for tests, made from the published description. It is not run by Dintero.',
    },
    servers: [{ url: ownUrl }],
    security: [{ bearer: [] }],
    paths: {
      '/accounts/{aid}/auth/token': tokenPath,
      ...Object.fromEntries(endpoints.map((endpoint) => [endpoint.path, pathOf(endpoint)])),
    },
    components: {
      schemas,
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
        client: { type: 'http', scheme: 'basic' },
      },
    },
  }
}

const tokenPath = {
  post: {
    operationId: 'token',
    summary: 'An access token by client credentials',
    security: [{ client: [] }],
    parameters: [parameterOfPath('aid')],
    requestBody: {
      required: true,
      content: json({
        type: 'object',
        properties: { grant_type: { const: 'client_credentials' }, audience: { type: 'string', format: 'uri' } },
        required: ['grant_type', 'audience'],
      }),
    },
    responses: {
      200: { description: 'A token for the account', content: json(one('AccessToken')) },
      400: errorAnswer('The request is wrong'),
      401: errorAnswer('Unknown client or wrong secret'),
    },
  },
}

function pathOf(endpoint: Endpoint) {
  const parameters = [
    ...[...endpoint.path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => parameterOfPath(name)),
    ...Object.entries(endpoint.parameters).map(([name, { description, schema, upTo }]) => ({
      name,
      in: 'query',
      description,
      schema,
      ...(upTo === undefined ? {} : { style: 'form', explode: true }),
    })),
  ]
  const refusals = {
    400: errorAnswer('A parameter is wrong; the message names it'),
    ...(endpoint.scope !== 'public' && {
      401: errorAnswer('No token, or one that is ended or of another account'),
      403: errorAnswer(`The client lacks the scope ${endpoint.scope}`),
    }),
    404: errorAnswer('There is nothing here'),
  }
  const total = { 'total-count': { description: 'With total=true', schema: { type: 'integer' } } }
  const etag = { etag: { description: 'Names this state of the answer', schema: { type: 'string' } } }
  const get = {
    operationId: endpoint.id,
    summary: endpoint.summary,
    ...(endpoint.scope === 'public' ? { security: [] } : {}),
    parameters,
    responses: {
      200: {
        description: endpoint.summary,
        ...('total' in endpoint.parameters ? { headers: total } : {}),
        ...(endpoint.etag ? { headers: etag } : {}),
        content: json(endpoint.schema),
      },
      ...(endpoint.etag ? { 304: { description: 'Unchanged since the answer whose etag if-none-match names' } } : {}),
      ...refusals,
    },
  }
  if (!endpoint.head) return { get }
  const head = {
    operationId: `${endpoint.id}Exists`,
    summary: endpoint.head,
    parameters,
    responses: {
      200: { description: 'There is one' },
      400: { description: 'A parameter is wrong' },
      401: { description: 'No token, or one that is ended or of another account' },
      403: { description: `The client lacks the scope ${endpoint.scope}` },
      404: { description: 'There is none' },
      405: { description: 'HEAD is off for this account' },
    },
  }
  return { get, head }
}

function parameterOfPath(name: string) {
  const { description, ...schema } = pathParameters[name] ?? {}
  return { name, in: 'path', required: true, description, schema }
}

function json(schema: JsonSchema) {
  return { 'application/json': { schema } }
}
