'use client'

import type { ViewActions } from '@/components/customers/views/use-view-actions'
import { ViewFailure } from '@/components/customers/views/view-failure'
import { Button } from '@/components/ui/button'
import { useIntl } from '@/components/ui/intl'
import { Text } from '@/components/ui/text'
import type { View } from '@/lib/customers/views/view'
import { fill } from '@/lib/messages/messages'

type ViewDeletionProps = { view: View; actions: ViewActions; onDeleted: () => void; onCancel: () => void }

/** Asks once more before a view is deleted, and says who loses it. */
export function ViewDeletion({ view, actions, onDeleted, onCancel }: ViewDeletionProps) {
  const { t } = useIntl()
  const words = t.views
  return (
    <>
      <p className="wrap-anywhere font-medium">
        <Text translate="yes">{fill(words.deleteTitle, { name: view.name })}</Text>
      </p>
      <p className="pb-2 text-text-2">{view.shared ? words.deleteShared : words.deleteText}</p>
      <ViewFailure failure={actions.failure} />
      <div className="flex gap-1.5">
        <Button
          variant="primary"
          aria-disabled={actions.isBusy}
          onClick={async () => {
            if (await actions.remove()) onDeleted()
          }}
        >
          {words.delete}
        </Button>
        <Button variant="plain" onClick={onCancel}>
          {words.cancel}
        </Button>
      </div>
    </>
  )
}
