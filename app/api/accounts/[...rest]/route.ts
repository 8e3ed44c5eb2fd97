import { ApiFailure } from '@/lib/server/http/api-failure'
import { route } from '@/lib/server/http/route'

/** An address below the accounts that is none: the same error as everything else, and not a page. */
export const GET = route({
  permission: 'customers:read',
  query: () => ({ query: null, problems: [] }),
  response: { safeParse: () => ({ success: false }) },
  run: () => Promise.reject(new ApiFailure({ code: 'not_found', message: 'There is no such address.' })),
})
