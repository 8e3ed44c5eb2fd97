import { type NextRequest, NextResponse } from 'next/server'
import { jsonContentType } from '@/lib/server/http/json-content-type'
import { pageUrlHeader } from '@/lib/server/http/page-access'
import { contentSecurityPolicy, securityHeaders } from '@/lib/server/http/security-headers'

/** Sets headers and nothing else. It is never the guard (CVE-2025-29927): every page and route runs `guard` itself. */
export function proxy(request: NextRequest): NextResponse {
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
  if (pathname.startsWith('/api/accounts/') && !pathname.endsWith('/activity-export'))
    response.headers.set('content-type', jsonContentType)
  return response
}
