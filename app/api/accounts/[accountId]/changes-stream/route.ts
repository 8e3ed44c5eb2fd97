import { noQuery } from '@/lib/server/http/query'
import { route } from '@/lib/server/http/route'
import { StreamedAnswer } from '@/lib/server/http/streamed-answer'
import { streamChanges } from '@/lib/server/webhooks/stream-changes'

/** Which customers change from now on: server-sent events, each with a hash of one. */
export const GET = route({
  permission: 'customers:read',
  query: noQuery,
  response: { safeParse: (answer) => ({ success: answer instanceof StreamedAnswer }) },
  run: ({ access }) => streamChanges(access),
})
