import { redirect } from 'next/navigation'
import { routes } from '@/lib/routes'
import { requirePageAccess } from '@/lib/server/viewer'

/** An account's own address leads to its customers. */
export default async function AccountPage({ params }: { params: Promise<{ accountId: string }> }) {
  const { account } = await requirePageAccess((await params).accountId)
  redirect(routes.customers(account.id))
}
