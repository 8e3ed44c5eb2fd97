import { redirect } from 'next/navigation'
import { landingHref } from '@/lib/landing'
import { requirePageAccess } from '@/lib/server/auth/viewer'

/** An account's own address leads to where the person begins in it. */
export default async function AccountPage({ params }: { params: Promise<{ accountId: string }> }) {
  const { viewer, account } = await requirePageAccess((await params).accountId)
  redirect(landingHref(viewer.role, account.id))
}
