import { redirect } from 'next/navigation'
import { routes } from '@/lib/routes'
import { accountsOf, requirePageViewer } from '@/lib/server/viewer'

/** Leads to the customers of the first account. */
export default async function HomePage() {
  const viewer = await requirePageViewer()
  const [first] = accountsOf(viewer)
  redirect(routes.customers(first?.id ?? ''))
}
