import {
  revealEndedSchema,
  revealEndSchema,
  revealRequestSchema,
  revealSchema,
} from '@/lib/customers/model/reveal-schema'
import { endReveal, reveal } from '@/lib/server/customers/reveals'
import { handle, noQuery } from '@/lib/server/http/route'

/** Shows one field of a record that this person sees masked: `{"field", "reason"}` → `{"field", "until"}`. */
export const POST = handle({
  permission: 'contact:reveal',
  query: noQuery,
  body: revealRequestSchema,
  response: revealSchema,
  run: ({ access, customerId, body }) => reveal(access, customerId, body),
})

/** Hides it again: `{"field"}` → `{}`. */
export const DELETE = handle({
  permission: 'contact:reveal',
  query: noQuery,
  body: revealEndSchema,
  response: revealEndedSchema,
  run: async ({ access, customerId, body }) => {
    await endReveal(access, customerId, body.field)
    return {}
  },
})
