import 'server-only'
import { env } from '@/lib/server/env'

/** The Content-Security-Policy of a page (CSP level 3): scripts and styles need the nonce, all else our own origin. */
export function contentSecurityPolicy(nonce: string): string {
  const { isDevelopment, upstream } = env()
  const provider = upstream.kind === 'dintero' ? ` ${new URL(upstream.oidc.issuer).origin}` : ''
  return [
    `default-src 'self'`,
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? ` 'unsafe-eval'` : ''}`,
    // Next's development server injects styles without a nonce.
    isDevelopment ? `style-src 'self' 'unsafe-inline'` : `style-src 'self' 'nonce-${nonce}'`,
    `img-src 'self' data:`,
    `font-src 'self'`,
    `connect-src 'self'`,
    `object-src 'none'`,
    `base-uri 'none'`,
    `form-action 'self'${provider}`,
    `frame-ancestors 'none'`,
  ].join('; ')
}

/** The headers of every answer. */
export function securityHeaders(): Record<string, string> {
  return {
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    ...(env().publicUrl.protocol === 'https:' && {
      'strict-transport-security': 'max-age=31536000; includeSubDomains',
    }),
  }
}
