import { z } from 'zod/mini'

/** The path parameters of a URL of one receipt of a customer. */
export const receiptParams = z.object({ customerId: z.string(), receiptId: z.string() })
