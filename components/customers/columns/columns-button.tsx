'use client'

import { Columns3 } from 'lucide'
import { Suspense } from 'react'
import { Button } from '@/components/ui/button'
import { useOpenCommand } from '@/components/ui/commands'
import { Icon } from '@/components/ui/icon'
import { useIntl } from '@/components/ui/intl'
import { lazyComponent } from '@/components/ui/lazy-component'

const ColumnMenu = lazyComponent(
  () => import('@/components/customers/columns/column-menu'),
  (all) => all.ColumnMenu,
)

/** Opens the menu of the columns; the key `o` does too. */
export function ColumnsButton({ accountId, isMasked }: { accountId: string; isMasked: boolean }) {
  const { t } = useIntl()
  const [isOpen, setIsOpen] = useOpenCommand({ id: 'columns', keys: ['o'], title: t.columns.choose, group: 'list' })
  return (
    <span className="relative flex-none print:hidden">
      <Button
        variant="plain"
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={() => setIsOpen(!isOpen)}
        className="wide:h-6.5"
      >
        <Icon of={Columns3} />
        <span className="sr-only mid:not-sr-only">{t.columns.title}</span>
      </Button>
      {isOpen && (
        <Suspense>
          <ColumnMenu accountId={accountId} isMasked={isMasked} onClose={() => setIsOpen(false)} />
        </Suspense>
      )}
    </span>
  )
}
