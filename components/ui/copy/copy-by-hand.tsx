'use client'

import { useEffect, useRef } from 'react'
import { Button } from '@/components/ui/button'
import { fieldClass } from '@/components/ui/field'
import { useIntl } from '@/components/ui/intl'

type CopyByHandProps = { text: string; onClose: () => void }

/**
 * Says that the browser has copied nothing, and holds the text selected. A native modal dialog: the browser traps and
 * returns the focus, and no cell or drawer cuts it off.
 */
export function CopyByHand({ text, onClose }: CopyByHandProps) {
  const { t } = useIntl()
  const dialog = useRef<HTMLDialogElement>(null)
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    dialog.current?.showModal()
    field.current?.select()
  }, [])
  return (
    <dialog
      ref={dialog}
      onClose={onClose}
      aria-labelledby="copy-by-hand"
      className="z-dialog mx-auto mt-24 w-dialog rounded-3 bg-float p-5 text-text-1 shadow-float backdrop:bg-backdrop"
    >
      <h2 id="copy-by-hand" className="font-semibold text-16 tracking-title">
        {t.copyByHand.title}
      </h2>
      <p className="max-w-sentence pt-0.5 pb-3 text-text-2">{t.copyByHand.text}</p>
      <textarea
        ref={field}
        readOnly
        value={text}
        rows={Math.min(text.split('\n').length, 12)}
        aria-label={t.copyByHand.label}
        className={`${fieldClass} field-sizing-content resize-none py-1.5`}
      />
      <Button className="mt-3 max-wide:h-11" onClick={() => dialog.current?.close()}>
        {t.shell.close}
      </Button>
    </dialog>
  )
}
