import { type NextRequest, NextResponse } from 'next/server'
import { jsonContentType } from '@/lib/server/http/json-content-type'
import { pageUrlHeader } from '@/lib/server/http/page-access'
import { contentSecurityPolicy, securityHeaders } from '@/lib/server/http/security-headers'

/**
 * Sets headers, and refuses what no page takes: there are no server actions, and Next would look for one in each such call.
 * It is never the guard (CVE-2025-29927): every page and route runs `guard` itself.
 */
export function proxy(request: NextRequest): NextResponse {
  if (!['GET', 'HEAD'].includes(request.method) && !request.nextUrl.pathname.startsWith('/api/'))
    return new NextResponse(null, { status: 405, headers: { ...securityHeaders(), allow: 'GET, HEAD' } })
  const nonce = crypto.randomUUID().replaceAll('-', '')
  const policy = contentSecurityPolicy(nonce)
  const headers = new Headers(request.headers)
  headers.set('x-nonce', nonce)
  headers.set('content-security-policy', policy)
  headers.set(pageUrlHeader, `${request.nextUrl.pathname}${request.nextUrl.search}`)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', policy)
  for (const [name, value] of Object.entries(securityHeaders())) response.headers.set(name, value)
  // Next decides by the content type whether to compress, and sees only a type that is set here, not by a route handler.
  const { pathname } = request.nextUrl
  // It also writes these headers into the request, where they would hide the content type of a body.
  if (
    request.method === 'GET' &&
    pathname.startsWith('/api/accounts/') &&
    !/\/(activity-export|changes-stream)$/.test(pathname)
  )
    response.headers.set('content-type', jsonContentType)
  return response
}
