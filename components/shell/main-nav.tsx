'use client'

import { usePathname, useRouter } from 'next/navigation'
import type { MouseEvent } from 'react'
import { useCommand } from '@/components/ui/commands'
import { useIntl } from '@/components/ui/intl'

/** A page of the main navigation and its keyboard shortcut. */
export type NavPage = { id: string; name: string; href: string; keys: string }

/** A plain link with `router.push`; `next/link` is 3.5 kB of the first load. */
function NavLink({ id, name, href, keys }: NavPage) {
  const router = useRouter()
  const isCurrent = usePathname().startsWith(href)

  useCommand({
    id: `go-${id}`,
    keys: [keys],
    title: name,
    group: 'go',
    run: () => {
      router.push(href)
      return true
    },
  })

  const handleClick = (event: MouseEvent) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    router.push(href)
  }
  return (
    <a
      href={href}
      onClick={handleClick}
      aria-current={isCurrent ? 'page' : undefined}
      className={`h-7 rounded-2 px-2 leading-7 ${isCurrent ? 'bg-frame-press font-medium' : 'text-text-2 hover:text-text-1'}`}
    >
      {name}
    </a>
  )
}

/** The main navigation, with the pages that the person may open. */
export function MainNav({ pages }: { pages: NavPage[] }) {
  const { t } = useIntl()
  return (
    <nav aria-label={t.shell.main} className="hidden gap-0.5 wide:flex">
      {pages.map((page) => (
        <NavLink key={page.id} {...page} />
      ))}
    </nav>
  )
}
