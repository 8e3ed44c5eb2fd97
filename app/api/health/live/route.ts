/** Whether this process answers. Public. */
export function GET(): Response {
  return new Response('yes', { headers: { 'cache-control': 'no-store' } })
}
