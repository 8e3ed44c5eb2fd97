import { customerParams } from '@/lib/customers/model/customer-params'
import {
  revealEndedSchema,
  revealEndSchema,
  revealRequestSchema,
  revealSchema,
} from '@/lib/customers/model/reveal-schema'
import { revealField } from '@/lib/server/customers/reveal-field'
import { endReveal } from '@/lib/server/customers/reveals'
import { noQuery } from '@/lib/server/http/query'
import { route } from '@/lib/server/http/route'

/** Reveals one masked field of a record to this person: `{"field", "reason"}` → `{"field", "until"}`. */
export const POST = route({
  permission: 'contact:reveal',
  params: customerParams,
  query: noQuery,
  body: revealRequestSchema,
  response: revealSchema,
  run: ({ access, params, body, signal }) => revealField(access, params.customerId, body, signal),
})

/** Masks a revealed field again: `{"field"}` → `{}`. */
export const DELETE = route({
  permission: 'contact:reveal',
  params: customerParams,
  query: noQuery,
  body: revealEndSchema,
  response: revealEndedSchema,
  run: async ({ access, params, body }) => {
    await endReveal(access, params.customerId, body.field)
    return {}
  },
})
