import { z } from 'zod/mini'

/** The path parameters of a URL below one customer. Dintero sets no form for an id. */
export const customerParams = z.object({ customerId: z.string() })
