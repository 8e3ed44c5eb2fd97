'use client'

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useViewActions } from '@/components/customers/views/use-view-actions'
import type { Views } from '@/components/customers/views/use-views'
import { ViewDeletion } from '@/components/customers/views/view-deletion'
import { ViewFailure } from '@/components/customers/views/view-failure'
import { ViewList } from '@/components/customers/views/view-list'
import { ViewNameForm } from '@/components/customers/views/view-name-form'
import { Button } from '@/components/ui/button'
import { useIntl } from '@/components/ui/intl'
import { Popover } from '@/components/ui/popover'
import { viewQueries } from '@/lib/api/queries/views'

type Step = 'list' | 'saveAs' | 'rename' | 'delete'

/** All views, and below them what can be done to the one that is open. */
export function ViewMenu({ views, onClose }: { views: Views; onClose: () => void }) {
  const { t } = useIntl()
  const words = t.views
  const [step, setStep] = useState<Step>('list')
  const actions = useViewActions(views)
  useQuery(viewQueries.list(views.accountId))
  const { open, current, data } = views
  const isOwn = open !== null && open.owner === null
  const isDefault = data.default === current.id
  // Without a default the list begins with all customers.
  const nextDefault = isDefault || current.id === 'all' ? null : current.id
  const back = () => setStep('list')
  return (
    <Popover label={words.title} onClose={onClose}>
      {step === 'list' && (
        <>
          <ViewList
            views={views}
            onChoose={(view) => {
              views.openView(view)
              onClose()
            }}
          />
          <div className="-mx-3 -mb-3 mt-1 flex flex-wrap items-center gap-0.5 border-line border-t p-1.5 text-12">
            <ViewFailure failure={actions.failure} />
            {isOwn && views.isEdited && (
              <Button variant="plain" size="small" onClick={() => void actions.save()}>
                {words.save}
              </Button>
            )}
            <Button variant="plain" size="small" onClick={() => setStep('saveAs')}>
              {words.saveAs}
            </Button>
            {isOwn && (
              <>
                <Button variant="plain" size="small" onClick={() => setStep('rename')}>
                  {words.rename}
                </Button>
                {(views.mayShare || open.shared) && (
                  <Button variant="plain" size="small" onClick={() => void actions.share(!open.shared)}>
                    {open.shared ? words.unshare : words.share}
                  </Button>
                )}
              </>
            )}
            {(current.id !== 'all' || data.default !== null) && (
              <Button variant="plain" size="small" onClick={() => void actions.setDefault(nextDefault)}>
                {isDefault ? words.dropDefault : words.makeDefault}
              </Button>
            )}
            {isOwn && (
              <Button variant="plain" size="small" onClick={() => setStep('delete')}>
                {words.delete}
              </Button>
            )}
          </div>
        </>
      )}
      {step === 'saveAs' && (
        <ViewNameForm
          title={words.saveAs}
          initialName=""
          actions={actions}
          onName={actions.saveAs}
          onDone={onClose}
          onCancel={back}
        />
      )}
      {step === 'rename' && (
        <ViewNameForm
          title={words.rename}
          initialName={open?.name ?? ''}
          actions={actions}
          onName={actions.rename}
          onDone={onClose}
          onCancel={back}
        />
      )}
      {step === 'delete' && open && (
        <ViewDeletion
          view={open}
          actions={actions}
          onDeleted={() => {
            const [all] = views.ofProduct
            if (all) views.openView(all)
            onClose()
          }}
          onCancel={back}
        />
      )}
    </Popover>
  )
}
