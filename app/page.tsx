import { redirect } from 'next/navigation'
import { routes } from '@/lib/routes'
import { env } from '@/lib/server/env'
import { requirePageViewer } from '@/lib/server/viewer'

/** Leads to the customers of the first account. */
export default async function HomePage() {
  await requirePageViewer()
  const [first = ''] = env().accounts.keys()
  redirect(routes.customers(first))
}
