import { receiveWebhook } from '@/lib/server/webhooks/receive-webhook'

type Context = { params: Promise<{ accountId: string }> }

/** What Dintero reports of the customers of an account: a signed body, whose answer is 200 once it is kept. */
export const POST = async (request: Request, { params }: Context): Promise<Response> =>
  receiveWebhook(request, (await params).accountId)
