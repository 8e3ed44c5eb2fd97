import { redirect } from 'next/navigation'
import { routes } from '@/lib/routes'
import { requirePageAccount, requirePageViewer } from '@/lib/server/viewer'

/** An account's own address leads to its customers. */
export default async function AccountPage({ params }: { params: Promise<{ accountId: string }> }) {
  await requirePageViewer()
  redirect(routes.customers(requirePageAccount((await params).accountId).id))
}
