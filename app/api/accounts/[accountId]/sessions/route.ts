import { ownSessionsSchema } from '@/lib/own-sessions'
import { readOwnSessions } from '@/lib/server/auth/signed-in-here/own-sessions'
import { noQuery } from '@/lib/server/http/query'
import { route } from '@/lib/server/http/route'

/** The sessions of the person who asks: `{"sessions", "max"}`. */
export const GET = route({
  permission: 'sessions:own',
  query: noQuery,
  response: ownSessionsSchema,
  run: ({ access }) => readOwnSessions(access),
})
