import { ApiFailure } from '@/lib/server/http/api-failure'
import { route } from '@/lib/server/http/route'

/** Any other URL of the API: answers with the same kind of error as other routes, and not with a page. */
export const GET = route({
  permission: 'customers:read',
  query: () => ({ query: null, problems: [] }),
  response: { safeParse: () => ({ success: false }) },
  run: () => Promise.reject(new ApiFailure({ code: 'not_found', message: 'There is no such address.' })),
})
