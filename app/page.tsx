import { redirect } from 'next/navigation'
import { landingOf } from '@/lib/landing'
import { accountsOf, requirePageViewer } from '@/lib/server/viewer'

/** Leads to where the person begins in their first account. */
export default async function HomePage() {
  const viewer = await requirePageViewer()
  const [first] = accountsOf(viewer)
  redirect(landingOf(viewer.role, first?.id ?? ''))
}
