import { customerTypes } from '../customer'
import type { JsonSchema } from '../http/parameters'
import { discountSchemas } from './discount-schemas'
import { anyObject, instant, list, nullableText, object, ref, text, uuid } from './json-schema'
import { receiptSchemas } from './receipt-schemas'
import { walletSchemas } from './wallet-schemas'

/** The schemas of the response bodies. All of them allow undocumented properties. */
export const schemas = {
  Customer: {
    ...object(
      {
        type: { enum: customerTypes },
        customer_id: { type: 'string', maxLength: 255 },
        id: uuid,
        created_at: instant,
        created_by: text,
        updated_at: instant,
        deleted_at: instant,
        deleted_by: text,
        first_name: nullableText,
        last_name: nullableText,
        email: nullableText,
        phone_number: { type: ['string', 'null'], pattern: '^\\+?[1-9]\\d{1,14}$' },
        gender: nullableText,
        date_of_birth: { type: ['string', 'null'], format: 'date' },
        status: nullableText,
        favorite_store: nullableText,
        enrolled_by: object({ type: text, value: text }),
        marketing_consent: {
          type: 'object',
          additionalProperties: object({ consent: { type: 'boolean' }, updated_at: instant }),
        },
        addresses: list(
          object({
            address_line: text,
            address_line_2: text,
            postal_code: text,
            postal_place: text,
            country: text,
            latitude: { type: 'number' },
            longitude: { type: 'number' },
            type: { type: 'string', description: 'custom, home, work or other; other texts may come' },
            custom_type: text,
            comment: text,
          }),
        ),
        term: object({ id: uuid, accepted_at: instant }),
        company: object({
          bussiness_name: text,
          organization_number: text,
          department: text,
          industry: text,
          website: text,
          number_of_employees: text,
        }),
        contact_for: list(object({ customer_id: text }, ['customer_id'])),
        attributes: anyObject,
        metadata: anyObject,
      },
      ['type', 'customer_id'],
    ),
    description:
      'A deleted customer has only type, customer_id, id, created_at, created_by, deleted_at and deleted_by.',
  },
  Tag: object({ id: uuid, tag: text, metadata: anyObject, created_at: instant, created_by: text }, ['id', 'tag']),
  Token: object(
    {
      id: uuid,
      token_id: uuid,
      type: text,
      value: text,
      metadata: anyObject,
      created_at: instant,
      deleted_at: instant,
    },
    ['id', 'type', 'value'],
  ),
  Communication: object(
    {
      communication: {
        type: 'object',
        additionalProperties: object({
          verified_at: { type: ['string', 'null'], format: 'date-time' },
          allowed: { type: 'boolean' },
        }),
      },
    },
    ['communication'],
  ),
  Departments: object({ organization_number: text, departments: list(text) }, ['organization_number', 'departments']),
  RegisteredOrganizations: object(
    {
      items: list(
        object({
          response_from: text,
          organization_type: text,
          office_type: text,
          organization_number: text,
          business_name: text,
          business_address: anyObject,
          registry_address: anyObject,
        }),
      ),
    },
    ['items'],
  ),
  Term: object({ id: uuid, terms: text, created_at: instant, deleted_at: instant }, ['id', 'terms']),
  ...receiptSchemas,
  ...walletSchemas,
  ...discountSchemas,
  Settings: object(
    {
      attributes: list(
        object(
          {
            name: text,
            type: { enum: ['string', 'integer', 'real', 'boolean', 'phonenumber', 'email', 'date', 'date-time'] },
            multiple_values: { type: 'boolean' },
            private: { type: 'boolean' },
          },
          ['name', 'type'],
        ),
      ),
    },
    ['attributes'],
  ),
  AccessToken: object({ access_token: text, token_type: { const: 'Bearer' }, expires_in: { type: 'integer' } }, [
    'access_token',
    'token_type',
    'expires_in',
  ]),
  Error: object({ error: object({ message: text, code: text, errors: list(anyObject) }, ['message']) }, ['error']),
} satisfies { [name: string]: JsonSchema }

export const one = (name: keyof typeof schemas): JsonSchema => ref(name)
export const many = (name: keyof typeof schemas): JsonSchema => list(ref(name))
