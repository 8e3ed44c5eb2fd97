import 'server-only'
import type { ResourceRequest } from '@/lib/server/upstream/client'

/** Dintero's endpoints for customers, below `/accounts/{aid}`. All of them need the same scope. */

type Endpoint = Pick<ResourceRequest, 'endpoint' | 'scope' | 'path'>

const scope = 'read:customers'
const users = ['customers', 'users']

/** The collection of customers. */
export const listEndpoint: Endpoint = { endpoint: 'list', scope, path: users }

/** The collection, queried for the number of customers. Metrics count it separately. */
export const totalEndpoint: Endpoint = { endpoint: 'total', scope, path: users }

/** One customer. */
export const recordEndpoint = (customerId: string): Endpoint => ({
  endpoint: 'record',
  scope,
  path: [...users, customerId],
})

/** One section of one customer. */
export const recordSectionEndpoint = (customerId: string, section: 'tags' | 'tokens' | 'communication'): Endpoint => ({
  endpoint: 'record part',
  scope,
  path: [...users, customerId, section],
})

/** Terms by their id: the list of them is paged and leaves deleted ones out (contract). */
export const termEndpoint = (termId: string): Endpoint => ({
  endpoint: 'account',
  scope,
  path: ['customers', 'terms', termId],
})

/** A resource of the whole account. */
export const accountEndpoint = (resource: 'settings' | 'tags'): Endpoint => ({
  endpoint: 'account',
  scope,
  path: ['customers', resource],
})
