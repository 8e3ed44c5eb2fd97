'use client'

import { FileUser } from 'lucide'
import { Suspense } from 'react'
import { Button } from '@/components/ui/button'
import { useOpenCommand } from '@/components/ui/commands'
import { Icon } from '@/components/ui/icon'
import { useIntl } from '@/components/ui/intl'
import { lazyComponent } from '@/components/ui/lazy-component'

const DossierDialog = lazyComponent(
  () => import('@/components/record/dossier/dossier-dialog'),
  (all) => all.DossierDialog,
)

/** Opens the form of a file with everything that is kept about the customer. */
export function DossierButton({ accountId, customerId }: { accountId: string; customerId: string }) {
  const { t } = useIntl()
  const { button } = t.record.dossier
  const [isOpen, setIsOpen] = useOpenCommand({ id: 'record-dossier', keys: [], title: button, group: 'record' })
  return (
    <>
      <Button
        variant="plain"
        size="square"
        aria-label={button}
        title={button}
        aria-haspopup="dialog"
        className="print:hidden"
        onClick={() => setIsOpen(true)}
      >
        <Icon of={FileUser} />
      </Button>
      {isOpen && (
        <Suspense>
          <DossierDialog accountId={accountId} customerId={customerId} onClose={() => setIsOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
