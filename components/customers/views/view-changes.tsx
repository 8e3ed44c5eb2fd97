'use client'

import { useState } from 'react'
import { useViewActions, type ViewActions } from '@/components/customers/views/use-view-actions'
import type { Views } from '@/components/customers/views/use-views'
import { ViewFailure } from '@/components/customers/views/view-failure'
import { ViewNameForm } from '@/components/customers/views/view-name-form'
import { Button } from '@/components/ui/button'
import { useIntl } from '@/components/ui/intl'
import { Popover } from '@/components/ui/popover'
import { Text } from '@/components/ui/text'
import type { View } from '@/lib/customers/views/view'
import { fill } from '@/lib/messages/messages'
import { formatDateTime } from '@/lib/time'

/** What can be done where the list shows something else than its view: save it, save it as another one, or go back. */
export function ViewChanges({ views }: { views: Views }) {
  const { t } = useIntl()
  const words = t.views
  const [isNaming, setIsNaming] = useState(false)
  const [isTold, setIsTold] = useState(false)
  const actions = useViewActions(views)
  const { open, current } = views
  const isOwn = open !== null && open.owner === null
  const close = () => {
    setIsNaming(false)
    setIsTold(false)
  }
  const save = async () => {
    if (!(await actions.save())) setIsTold(true)
  }
  return (
    <div className="relative ml-auto hidden flex-none gap-1 wide:flex print:hidden">
      <Button variant="plain" onClick={() => views.openView(current)}>
        {words.revert}
      </Button>
      {/* The list of views has it too, where there is no room. */}
      <span className={isOwn ? 'hidden mid:block' : ''}>
        <Button
          variant={isOwn ? 'plain' : 'outlined'}
          aria-haspopup="dialog"
          aria-expanded={isNaming}
          onClick={() => setIsNaming(!isNaming)}
        >
          {words.saveAs}
        </Button>
      </span>
      {isOwn && (
        <Button aria-disabled={actions.isBusy} onClick={() => void save()}>
          {words.save}
        </Button>
      )}
      {isNaming && (
        <Popover label={words.saveAs} align="end" onClose={close}>
          <ViewNameForm
            title={words.saveAs}
            initialName=""
            actions={actions}
            onName={actions.saveAs}
            onDone={close}
            onCancel={close}
          />
        </Popover>
      )}
      {isTold && !isNaming && actions.failure && (
        <Popover label={words.save} align="end" onClose={close}>
          {open && actions.failure.code === 'conflict' ? (
            <ViewConflict
              theirs={open}
              actions={actions}
              onTheirs={() => {
                views.openView(open)
                close()
              }}
              onSaveAs={() => setIsNaming(true)}
              onSaved={close}
            />
          ) : (
            <ViewFailure failure={actions.failure} />
          )}
        </Popover>
      )}
    </div>
  )
}

type ViewConflictProps = {
  theirs: View
  actions: ViewActions
  onTheirs: () => void
  onSaveAs: () => void
  onSaved: () => void
}

/** The view was saved elsewhere since it was opened: the person chooses which version stays. */
function ViewConflict({ theirs, actions, onTheirs, onSaveAs, onSaved }: ViewConflictProps) {
  const { t, locale, zone } = useIntl()
  const { title, text, mine, theirs: useTheirs } = t.views.conflict
  return (
    <div role="alert">
      <p className="font-medium">{title}</p>
      <p className="wrap-anywhere pb-2 text-text-2">
        <Text translate="yes">
          {fill(text, { name: theirs.name, time: formatDateTime(theirs.changed_at, locale, zone) })}
        </Text>
      </p>
      <div className="flex flex-wrap gap-1.5">
        <Button variant="primary" onClick={onTheirs}>
          {useTheirs}
        </Button>
        <Button
          onClick={async () => {
            if (await actions.save(theirs)) onSaved()
          }}
        >
          {mine}
        </Button>
        <Button variant="plain" onClick={onSaveAs}>
          {t.views.saveAs}
        </Button>
      </div>
    </div>
  )
}
