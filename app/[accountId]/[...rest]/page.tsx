import { notFound } from 'next/navigation'
import { requirePageAccess } from '@/lib/server/http/page-access'

/** Any other URL within an account: the screen that says so stands in the frame of the account. */
export default async function UnknownPage({ params }: { params: Promise<{ accountId: string }> }) {
  await requirePageAccess((await params).accountId)
  notFound()
}
