import { expect, it } from 'vitest'
import { clientIp } from '@/lib/server/http/client-ip'

const trusted = ['10.0.0.1', '10.0.0.2']

it.each([
  ['the socket’s', '192.0.2.7', null, '192.0.2.7'],
  ['the socket’s, whatever the client says', '192.0.2.7', '203.0.113.9', '192.0.2.7'],
  ['a balancer’s word', '10.0.0.1', '203.0.113.9', '203.0.113.9'],
  ['not what the client told the balancer', '10.0.0.1', '198.51.100.1, 203.0.113.9', '203.0.113.9'],
  ['the word of the first of two balancers', '10.0.0.2', '203.0.113.9, 10.0.0.1', '203.0.113.9'],
  ['a balancer’s own, where it says nothing', '10.0.0.1', null, '10.0.0.1'],
  ['written as IPv4', '::ffff:10.0.0.1', '::ffff:203.0.113.9', '203.0.113.9'],
])('is %s', (_, socket, forwarded, address) => {
  const headers = new Headers({ 'x-desk-socket': socket, ...(forwarded && { 'x-forwarded-for': forwarded }) })
  expect(clientIp(headers, trusted)).toBe(address)
})
