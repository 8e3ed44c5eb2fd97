import { sessionEndedSchema, sessionEndSchema } from '@/lib/own-sessions'
import { endOwnSession } from '@/lib/server/auth/signed-in-here/own-sessions'
import { noQuery } from '@/lib/server/http/query'
import { route } from '@/lib/server/http/route'

/** Ends a session of the person who asks: `{"id"}` → `{}`. */
export const POST = route({
  permission: 'sessions:own',
  query: noQuery,
  body: sessionEndSchema,
  response: sessionEndedSchema,
  run: async ({ access, body }) => {
    await endOwnSession(access, body.id)
    return {}
  },
})
