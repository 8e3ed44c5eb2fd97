import 'server-only'
import { readViewer } from '@/lib/server/auth/viewer'

/**
 * Who is signed in, or `{}`, for `/api/auth/session`. next-auth itself would look at the cookie alone: it would answer after
 * the session has ended, with all that the cookie holds, and set a fresh one. Throws `audit_unavailable`.
 */
export async function sessionResponse(): Promise<Response> {
  const viewer = await readViewer()
  const body = viewer ? { user: { name: viewer.name, email: viewer.email }, role: viewer.role } : {}
  return Response.json(body, { headers: { 'cache-control': 'no-store' } })
}
