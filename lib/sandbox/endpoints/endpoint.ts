import type { Holds } from '../assumptions'
import type { JsonSchema, Parameters, Read } from '../http/parameters'
import type { Store } from '../store/store'

/** What an endpoint is given once account, token and parameters are known to be right. */
export type Call<P extends Parameters> = {
  store: Store
  holds: Holds
  /** The number of the account in the store. */
  account: number
  accountId: string
  /** Set for the calls of one customer. */
  customerId: string
  query: Read<P>
  method: string
}

export type Answer = { status?: number; body?: string; headers?: { [name: string]: string } }

/** One read endpoint: what serves it is also what describes it. */
export type Endpoint = {
  id: string
  /** Under `/v1`, with `{aid}` and `{customer_id}` for the segments that vary. */
  path: string
  summary: string
  parameters: Parameters
  /** The body of a 200. */
  schema: JsonSchema
  /** What a HEAD of the path asks, where Dintero has one. */
  head?: string
  /** Whether its answers carry an `etag` (contract: answers may), by which a client asks only for what has changed. */
  etag?: true
  answer: (call: Call<Parameters>) => Answer
}

/** Ties the type of an endpoint's parameters to its answer. */
export function endpoint<P extends Parameters>(
  made: Omit<Endpoint, 'parameters' | 'answer'> & { parameters: P; answer: (call: Call<P>) => Answer },
): Endpoint {
  // The router reads the query by `parameters`, so what arrives has the type that `answer` takes.
  return made as unknown as Endpoint
}
