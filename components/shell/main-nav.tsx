'use client'

import { useRouter } from 'next/navigation'
import type { MouseEvent } from 'react'
import { useCommand } from '@/components/ui/commands'
import { useIntl } from '@/components/ui/intl'
import { routes } from '@/lib/routes'

/** The main navigation; it holds only what the person may open. A plain link: next/link is 3.5 kB for one address. */
export function MainNav({ accountId, mayReadCustomers }: { accountId: string; mayReadCustomers: boolean }) {
  const { t } = useIntl()
  const router = useRouter()
  const customers = routes.customers(accountId)

  useCommand({
    id: 'go-customers',
    keys: ['g c'],
    title: t.shortcuts.goCustomers,
    group: 'go',
    run: () => {
      if (mayReadCustomers) router.push(customers)
      return mayReadCustomers
    },
  })

  const goHere = (event: MouseEvent) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    router.push(customers)
  }
  return (
    <nav aria-label={t.shell.main} className="hidden gap-0.5 wide:flex">
      {mayReadCustomers && (
        <a
          href={customers}
          onClick={goHere}
          aria-current="page"
          className="h-7 rounded-2 bg-frame-press px-2 font-medium leading-7"
        >
          {t.shell.customers}
        </a>
      )}
    </nav>
  )
}
