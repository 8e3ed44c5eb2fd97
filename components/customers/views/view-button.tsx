'use client'

import { Bookmark, ChevronDown } from 'lucide'
import { Suspense } from 'react'
import type { Views } from '@/components/customers/views/use-views'
import { digits, ViewCommand, viewsInOrder } from '@/components/customers/views/view-command'
import { Button } from '@/components/ui/button'
import { useIsPaletteOpen, useOpenCommand } from '@/components/ui/commands'
import { Icon } from '@/components/ui/icon'
import { useIntl } from '@/components/ui/intl'
import { lazyComponent } from '@/components/ui/lazy-component'
import { Text } from '@/components/ui/text'

const ViewMenu = lazyComponent(
  () => import('@/components/customers/views/view-menu'),
  (all) => all.ViewMenu,
)
const ViewCommands = lazyComponent(
  () => import('@/components/customers/views/view-commands'),
  (all) => all.ViewCommands,
)

/** The name of the open view, with the list of all views below it. */
export function ViewButton({ views }: { views: Views }) {
  const { t } = useIntl()
  const isPaletteOpen = useIsPaletteOpen()
  const [isOpen, setIsOpen] = useOpenCommand({
    id: 'views',
    keys: ['v'],
    title: t.shortcuts.views,
    group: 'view',
  })
  return (
    <div className="relative flex-none print:hidden">
      <Button
        variant="plain"
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        title={views.current.name}
        onClick={() => setIsOpen(!isOpen)}
        className="-ml-2 wide:w-48 large:w-60"
      >
        <Icon of={Bookmark} size={16} />
        <span className="min-w-0 truncate max-wide:sr-only">
          <Text>{views.current.name}</Text>
        </span>
        {views.isEdited && <span className="text-text-3">{t.views.edited}</span>}
        <Icon of={ChevronDown} className="text-text-3" />
      </Button>
      {isOpen && (
        <Suspense>
          <ViewMenu views={views} onClose={() => setIsOpen(false)} />
        </Suspense>
      )}
      {viewsInOrder(views)
        .slice(0, digits)
        .map((view, at) => (
          <ViewCommand key={view.id} view={view} keys={[`g ${at + 1}`]} views={views} />
        ))}
      {isPaletteOpen && (
        <Suspense>
          <ViewCommands views={views} />
        </Suspense>
      )}
    </div>
  )
}
