import { isReady } from '@/lib/server/readiness'

/** Whether customers can be read: `yes`, or `no` with status 503. It is public, so it gives no details. */
export async function GET(): Promise<Response> {
  const ready = await isReady()
  return new Response(ready ? 'yes' : 'no', { status: ready ? 200 : 503, headers: { 'cache-control': 'no-store' } })
}
