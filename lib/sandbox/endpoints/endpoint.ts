import type { AroundBooks } from '../around-books'
import type { Holds } from '../assumptions'
import type { Scope } from '../http/clients'
import type { JsonSchema, Parameters, Read } from '../http/parameters'
import type { Store } from '../store/store'

/** The input of an endpoint after account, token and parameters were checked. */
export type Call<P extends Parameters> = {
  store: Store
  around: AroundBooks
  holds: Holds
  /** The number of the account in the store. */
  account: number
  accountId: string
  /** The decoded segment of the path that names a customer or terms; empty for other endpoints. */
  segment: string
  /** The decoded segment after it that names something of the customer's, such as a receipt. */
  innerSegment: string
  query: Read<P>
  method: string
}

export type Answer = { status?: number; body?: string; headers?: { [name: string]: string } }

/** One read endpoint. The router and the OpenAPI description both use it. */
export type Endpoint = {
  id: string
  /** The scope that a client needs for it. What is public needs no token either. */
  scope: Scope | 'public'
  /** The path under `/v1`, with names in braces, such as `{aid}` and `{customer_id}`, for the variable segments. */
  path: string
  summary: string
  parameters: Parameters
  /** The schema of the body of a 200. */
  schema: JsonSchema
  /** The summary of HEAD for this path, when Dintero supports it. */
  head?: string
  /** Whether responses carry an `etag` for conditional requests. The contract allows it. */
  etag?: true
  answer: (call: Call<Parameters>) => Answer
}

/** Defines an endpoint whose `answer` gets the types of its parameters. */
export function endpoint<P extends Parameters>(
  definition: Omit<Endpoint, 'parameters' | 'answer' | 'scope'> & {
    /** Default: the one of the Customers API. */
    scope?: Scope | 'public'
    parameters: P
    answer: (call: Call<P>) => Answer
  },
): Endpoint {
  // The router parses the query with `parameters`, so it has the type that `answer` expects.
  return { scope: 'read:customers', ...definition } as unknown as Endpoint
}
