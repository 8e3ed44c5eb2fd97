'use client'

import { X } from 'lucide'
import { type ReactNode, useEffect, useId, useRef } from 'react'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { useIntl } from '@/components/ui/intl'

type ModalDialogProps = { title: string; onClose: () => void; children: ReactNode }

/** A dialog with a title over the page. A native modal one: the browser traps and returns the focus. */
export function ModalDialog({ title, onClose, children }: ModalDialogProps) {
  const { t } = useIntl()
  const titleId = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    dialog.current?.showModal()
    // A form begins at its first field: the browser would begin at the button that closes the dialog.
    dialog.current?.querySelector<HTMLInputElement>('form input')?.focus()
  }, [])
  return (
    <dialog
      ref={dialog}
      onClose={onClose}
      aria-labelledby={titleId}
      className="z-dialog mx-auto mt-24 max-h-dialog w-dialog overflow-auto rounded-3 bg-float p-0 text-text-1 shadow-float backdrop:bg-backdrop"
    >
      <div className="flex items-center justify-between border-line border-b py-2 pr-2 pl-5">
        <h2 id={titleId} className="font-semibold text-16 tracking-title">
          {title}
        </h2>
        <Button variant="plain" size="square" aria-label={t.shell.close} onClick={() => dialog.current?.close()}>
          <Icon of={X} size={16} />
        </Button>
      </div>
      {children}
    </dialog>
  )
}
