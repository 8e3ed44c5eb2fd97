import { isReady } from '@/lib/server/readiness'

/** Whether customers could be read: yes, or no with 503. Public, so it says no more than that. */
export async function GET(): Promise<Response> {
  const ready = await isReady()
  return new Response(ready ? 'yes' : 'no', { status: ready ? 200 : 503, headers: { 'cache-control': 'no-store' } })
}
