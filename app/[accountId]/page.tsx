import { redirect } from 'next/navigation'
import { landingHref } from '@/lib/landing'
import { requirePageAccess } from '@/lib/server/http/page-access'

/** Redirects from an account to the first page that the person may open in it. That page counts against the limits. */
export default async function AccountPage({ params }: { params: Promise<{ accountId: string }> }) {
  const { viewer, account } = await requirePageAccess((await params).accountId)
  redirect(landingHref(viewer.role, account.id))
}
