'use client'

import { Suspense, useLayoutEffect, useRef, useState } from 'react'
import { PaletteInput } from '@/components/shell/palette/palette-input'
import type { PaletteCommand, PaletteContext } from '@/components/shell/palette/use-palette-commands'
import { showPalette } from '@/components/ui/commands'
import { useIntl } from '@/components/ui/intl'
import { lazyComponent } from '@/components/ui/lazy-component'
import { fill } from '@/lib/messages/messages'

const Palette = lazyComponent(
  () => import('@/components/shell/palette/palette'),
  (all) => all.Palette,
)

/**
 * The dialog of the palette, a native modal one: the browser traps and returns the focus. It takes what is typed at once,
 * also while the code of the commands is on its way.
 */
export function PaletteDialog(context: PaletteContext) {
  const { t } = useIntl()
  const dialog = useRef<HTMLDialogElement>(null)
  const chosen = useRef<PaletteCommand | null>(null)
  const [text, setText] = useState('')
  const [notice, setNotice] = useState('')
  // Before the next key, which would be one of the page.
  useLayoutEffect(() => dialog.current?.showModal(), [])

  // A command may move the focus, which the browser has returned only when the dialog is closed.
  const handleClose = async () => {
    const command = chosen.current
    chosen.current = null
    if (!command || (await command.run())) return showPalette(false)
    setNotice(command.failure ?? fill(t.palette.nothing, { command: command.label }))
    dialog.current?.showModal()
  }
  const input = {
    text,
    placeholder: context.mayReadCustomers ? t.palette.placeholder : t.palette.placeholderWithoutSearch,
    onText: (next: string) => {
      setText(next)
      setNotice('')
    },
  }
  return (
    <dialog
      ref={dialog}
      data-palette=""
      onClose={() => void handleClose()}
      aria-label={t.palette.commands}
      className="z-dialog mx-auto mt-24 max-h-palette w-dialog flex-col overflow-hidden rounded-3 bg-float p-0 text-text-1 shadow-float backdrop:bg-backdrop open:flex"
    >
      <Suspense fallback={<PaletteInput {...input} />}>
        <Palette
          {...context}
          input={input}
          notice={notice}
          onChoose={(command) => {
            chosen.current = command
            dialog.current?.close()
          }}
        />
      </Suspense>
    </dialog>
  )
}
