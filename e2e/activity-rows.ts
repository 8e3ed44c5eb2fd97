import { type Page, request } from '@playwright/test'
import { accounts } from '../lib/sandbox/seed/seed'
import { expect, type RoleName, type StorageState } from './fixtures'
import { appUrl } from './servers'
import { query } from './sessions'

export const eventRows = (page: Page) => page.locator('tr[data-event]')
export const eventRow = (page: Page, text: RegExp) => eventRows(page).filter({ hasText: text }).first()

/** Returns the number of audit events of a kind by a person. */
export const countEvents = async (kind: string, email: string) => {
  const found = await query<{ count: number }>(
    'SELECT count(*)::int AS count FROM activity WHERE kind = $1 AND actor_email = $2',
    [kind, email],
  )
  return found[0]?.count ?? 0
}

/** Opens the nth customer several times as an agent, in an account that only this test uses; returns its id. */
export async function openCustomerAsAgent(
  states: (role: RoleName) => Promise<StorageState>,
  nth: number,
  count: number,
): Promise<string> {
  const agent = await request.newContext({ baseURL: appUrl, storageState: await states('agent') })
  const customers = `/api/accounts/${accounts.production}/customers`
  const page: { customers: { customer_id: string }[] } = await (await agent.get(`${customers}?limit=100`)).json()
  const id = page.customers[nth]?.customer_id ?? ''
  for (let one = 0; one < count; one += 1)
    expect((await agent.get(`${customers}/${encodeURIComponent(id)}`)).status()).toBe(200)
  await agent.dispose()
  return id
}
