import { expect, it } from 'vitest'
import { clientIp } from '@/lib/server/http/client-ip'

const trusted = ['10.0.0.1', '10.0.0.2']

it.each([
  ['that of the socket', '192.0.2.7', null, '192.0.2.7'],
  ['that of the socket, whatever X-Forwarded-For the client sends', '192.0.2.7', '203.0.113.9', '192.0.2.7'],
  ['the one that a trusted balancer forwards', '10.0.0.1', '203.0.113.9', '203.0.113.9'],
  ['not the one that the client sent to the balancer', '10.0.0.1', '198.51.100.1, 203.0.113.9', '203.0.113.9'],
  ['the one that the first of two balancers forwards', '10.0.0.2', '203.0.113.9, 10.0.0.1', '203.0.113.9'],
  ['that of the balancer when it forwards none', '10.0.0.1', null, '10.0.0.1'],
  ['an IPv4 address, also when it is mapped into IPv6', '::ffff:10.0.0.1', '::ffff:203.0.113.9', '203.0.113.9'],
])('the client IP is %s', (_, socket, forwarded, address) => {
  const headers = new Headers({ 'x-desk-socket': socket, ...(forwarded && { 'x-forwarded-for': forwarded }) })
  expect(clientIp(headers, trusted)).toBe(address)
})
